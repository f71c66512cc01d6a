namespace NeuralDsl.Data;

/// <summary>A column's name, in which <c>*</c> stands for any text, <c>?</c> for one character, and a backslash takes the next character as it is.</summary>
/// <param name="Text">The pattern.</param>
/// <param name="Start">Where it begins in the argument that it stands in.</param>
internal readonly record struct ColumnPattern(string Text, int Start)
{
    /// <summary>Whether it may stand for several names.</summary>
    public bool IsWild => Text.Contains('*') || Text.Contains('?');

    /// <summary>The patterns in a part of a text, separated by commas.</summary>
    public static IReadOnlyList<ColumnPattern> Parse(string text, int start = 0, int length = -1)
    {
        var patterns = new List<ColumnPattern>();
        var end = length < 0 ? text.Length : start + length;
        for (var at = start; at <= end;)
        {
            var comma = text.IndexOf(',', at, end - at);
            var next = comma < 0 ? end : comma;
            var piece = text.Substring(at, next - at);
            if (piece.Trim() is { Length: > 0 } pattern)
                patterns.Add(new(pattern, at + piece.IndexOf(pattern, StringComparison.Ordinal)));
            at = next + 1;
        }
        return patterns;
    }

    /// <summary>Whether a name matches; names are case-sensitive.</summary>
    public bool Matches(string name)
    {
        var (at, pattern) = (0, 0);
        // Where the last star stood, and how much of the name it has taken: a mismatch lets it take one character more.
        var (star, taken) = (-1, 0);
        while (at < name.Length)
        {
            if (pattern < Text.Length && Text[pattern] == '*')
            {
                (star, taken) = (pattern++, at);
                continue;
            }
            var isEscaped = pattern + 1 < Text.Length && Text[pattern] == '\\';
            var next = isEscaped ? pattern + 1 : pattern;
            if (next < Text.Length && (Text[next] == name[at] || (!isEscaped && Text[next] == '?')))
            {
                (at, pattern) = (at + 1, next + 1);
                continue;
            }
            if (star < 0)
                return false;
            (pattern, at) = (star + 1, ++taken);
        }
        while (pattern < Text.Length && Text[pattern] == '*')
            pattern++;
        return pattern == Text.Length;
    }
}
