using System.Reflection;
using System.Text.RegularExpressions;

namespace NeuralDsl.Documentation;

/// <summary>A page of the documentation: its text, and the blocks of code on it in their order.</summary>
internal sealed partial record MarkdownPage(string Name, string Text)
{
    /// <summary>The folder that the tests were built from.</summary>
    public static string Root { get; } =
        typeof(MarkdownPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The pages that people read, by their paths in the repository; the rules' pages have tests of their own.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Concat(Directory.GetFiles(Root, "*.md"))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(name => !name.StartsWith("docs/diagnostics/", StringComparison.Ordinal) && !name.EndsWith(".received.md", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public IReadOnlyList<CodeBlock> Blocks { get; } =
        [.. Block().Matches(Text).Select(match => new CodeBlock(match.Groups["language"].Value, match.Groups["file"].Value, match.Groups["text"].Value, match.Groups["note"].Value))];

    public IEnumerable<ShownCommand> Commands => Blocks.SelectMany(block => block.Commands);

    public static MarkdownPage Read(string name) => new(name, File.ReadAllText(Path.Combine(Root, name)));

    [GeneratedRegex(@"(^<!-- (?<note>[^\n]*) -->\n+)?^```(?<language>\w*)(?: (?<file>\S+))?\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
