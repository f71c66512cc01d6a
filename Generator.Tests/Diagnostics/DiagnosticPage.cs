using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Diagnostics;

/// <summary>
/// A page of <c>docs/diagnostics/</c>: an example that is wrong, what the terminal says of it, and the example put right; and the files that the
/// project gives to the compiler, each a block whose first line names it.
/// </summary>
internal sealed partial record DiagnosticPage(string Id, string Title, string Broken, string Message, string Fixed, ImmutableArray<AdditionalText> Files)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "diagnostics");

    public static DiagnosticPage Read(string id)
    {
        var path = Path.Combine(Folder, $"{id}.md");
        Assert.True(File.Exists(path), $"The rule {id} has no page docs/diagnostics/{id}.md.");
        var text = File.ReadAllText(path);
        var title = TitleLine().Match(text);
        Assert.True(title.Success && title.Groups["id"].Value == id, $"{id}.md must begin with '# {id}: title'.");
        var code = CodeBlock().Matches(text);
        Assert.True(code.Count == 3, $"{id}.md must have three code blocks: broken, message, fixed.");
        return new(id, title.Groups["title"].Value, code[0].Groups["text"].Value, code[1].Groups["text"].Value, code[2].Groups["text"].Value,
            GivenFile.Of(FileBlock().Matches(text).Select(match => (match.Groups["path"].Value, match.Groups["text"].Value))));
    }

    [GeneratedRegex(@"\A# (?<id>NDSL\d{4}): (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"^```\w+ (?<path>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FileBlock();

    [GeneratedRegex(@"^```(csharp|text)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
