namespace NeuralDsl.Documentation;

/// <summary>A block of code on a page.</summary>
/// <param name="Language">What stands behind the backquotes; nothing for a terminal.</param>
/// <param name="File">The file that it is, where it says one.</param>
/// <param name="Text">The lines.</param>
/// <param name="Note">The comment before it, which readers do not see.</param>
internal sealed record CodeBlock(string Language, string File, string Text, string Note)
{
    private const string Prompt = "$ ";

    /// <summary>Whether it declares a model.</summary>
    public bool IsModel => Text.Contains("[Model]", StringComparison.Ordinal);

    /// <summary>The file of the repository that it is taken from; null for code that stands on its own.</summary>
    public string? Source => Note.StartsWith("from ", StringComparison.Ordinal) ? Note["from ".Length..] : null;

    /// <summary>The commands in a terminal, each with the lines up to the next.</summary>
    public IEnumerable<ShownCommand> Commands
    {
        get
        {
            if (Language.Length > 0)
                yield break;
            var lines = Text.Split('\n')[..^1];
            for (var first = 0; first < lines.Length;)
            {
                var next = first + 1;
                while (next < lines.Length && !lines[next].StartsWith(Prompt, StringComparison.Ordinal))
                    next++;
                if (lines[first].StartsWith(Prompt, StringComparison.Ordinal))
                    yield return new(lines[first][Prompt.Length..], string.Join('\n', lines[(first + 1)..next]));
                first = next;
            }
        }
    }

    /// <summary>Whether its lines stand in a text in this order, whatever their indentation; <c>…</c> alone on a line, or behind a comment's mark, leaves lines out.</summary>
    public bool IsExcerptOf(string source)
    {
        var lines = source.Split('\n').Select(line => line.Trim()).ToList();
        var next = 0;
        foreach (var part in Parts())
        {
            var found = Enumerable.Range(next, Math.Max(0, lines.Count - part.Count - next + 1)).FirstOrDefault(start => lines[start..(start + part.Count)].SequenceEqual(part), -1);
            if (found < 0)
                return false;
            next = found + part.Count;
        }
        return true;

        IEnumerable<List<string>> Parts()
        {
            List<string> part = [];
            foreach (var line in Text.TrimEnd('\n').Split('\n').Select(line => line.Trim()))
            {
                if (line is not ("…" or "// …"))
                {
                    part.Add(line);
                    continue;
                }
                yield return part;
                part = [];
            }
            yield return part;
        }
    }
}
