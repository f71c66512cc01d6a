namespace NeuralDsl.Documentation;

/// <summary>A block of code on a page.</summary>
/// <param name="Language">What stands behind the backquotes; nothing for a terminal.</param>
/// <param name="File">The file that it is, where it says one.</param>
/// <param name="Text">The lines.</param>
/// <param name="Note">The comment before it, which readers do not see.</param>
internal sealed record CodeBlock(string Language, string File, string Text, string Note)
{
    private const string Prompt = "$ ";

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
}
