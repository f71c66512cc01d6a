using System.Text.RegularExpressions;

namespace NeuralDsl.Documentation;

/// <summary>A command as a page shows it, and what it prints.</summary>
/// <param name="Command">What one types.</param>
/// <param name="Output">What the page shows of the output; nothing where it shows none.</param>
internal sealed partial record ShownCommand(string Command, string Output)
{
    /// <summary>
    /// Whether a program printed what the page shows. <c>…</c> stands for left-out text, on a line of its own for any lines. Times vary, and so do the numbers
    /// that a training makes; the widths of columns follow them.
    /// </summary>
    public bool Shows(string printed) => Regex.IsMatch(Lines(printed), $@"\A{string.Concat(Lines(Output).Split('\n').SkipLast(1).Select(Pattern))}\z");

    private static string Pattern(string line) => line == "…" ? @"(?:[^\n]*\n)*?" : string.Concat(Varying().Split(line).Select((part, index) =>
        index % 2 == 0 ? Regex.Escape(part).Replace("…", @"[^\n]*") : part.EndsWith('s') ? @"[\d.]+ m?s" : @"\d+(?:\.\d+)?")) + @"\n";

    /// <summary>The text without empty lines, and with every run of blanks or of a rule as one.</summary>
    private static string Lines(string text) => string.Concat(text.Split('\n').Select(line => Runs().Replace(line, "$1").Trim()).Where(line => line.Length > 0).Select(line => $"{line}\n"));

    [GeneratedRegex(@"(\d+ ms\b|\d+\.\d+ s\b|\d+\.\d{4,}|\d+\.\d\d(?= %))")]
    private static partial Regex Varying();

    [GeneratedRegex(@"(\s|─)\1*")]
    private static partial Regex Runs();
}
