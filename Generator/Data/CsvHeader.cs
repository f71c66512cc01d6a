namespace NeuralDsl.Data;

/// <summary>The first line of a CSV file, which names the columns.</summary>
internal static class CsvHeader
{
    /// <summary>The names, without blanks around them; null where the line ends inside a quoted name.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="separator">What separates columns.</param>
    public static IReadOnlyList<string>? Parse(string line, char separator)
    {
        var names = new List<string>();
        var at = 0;
        while (true)
        {
            while (at < line.Length && line[at] != separator && char.IsWhiteSpace(line[at]))
                at++;
            if (at < line.Length && line[at] == '"')
            {
                var name = new System.Text.StringBuilder();
                for (at++; ; at++)
                {
                    if (at >= line.Length)
                        return null;
                    if (line[at] != '"')
                        name.Append(line[at]);
                    else if (at + 1 < line.Length && line[at + 1] == '"')
                        name.Append(line[at++]);
                    else
                        break;
                }
                names.Add(name.ToString());
                at = Next(line, separator, at);
            }
            else
            {
                var end = Next(line, separator, at);
                names.Add(line.Substring(at, end - at).Trim());
                at = end;
            }
            if (at >= line.Length)
                return names;
            at++;
        }
    }

    private static int Next(string line, char separator, int at)
    {
        var found = line.IndexOf(separator, at);
        return found < 0 ? line.Length : found;
    }
}
