using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralDsl.Diagnostics;
using NeuralDsl.Documentation;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Documentation;

/// <summary>The code on the pages of the documentation compiles without an error or a warning, or is what a file of the repository says.</summary>
public partial class DocumentationTests
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using NeuralDsl; global using TorchSharp; global using static TorchSharp.torch;
        """;

    /// <summary>Pages whose code has a test of its own: that of the tutorial is written to files and run, that of the catalogue is made of examples.</summary>
    private static readonly string[] TestedElsewhere = ["docs/tutorial.md", "docs/catalogue.md"];

    public static TheoryData<string> Pages => [.. MarkdownPage.Names.Except(TestedElsewhere).Where(name => MarkdownPage.Read(name).Blocks.Any(block => block.Language == "csharp"))];

    public static TheoryData<string> AllPages => [.. MarkdownPage.Names];

    /// <summary>
    /// The models of a page, and the statements beside them as one program, so that a block may use what an earlier one declares. On a page without
    /// statements every block stands alone.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_code_block_compiles(string name)
    {
        var blocks = MarkdownPage.Read(name).Blocks.Where(block => block.Language == "csharp" && block.Source is null).ToArray();
        var statements = string.Concat(blocks.Where(block => !block.IsModel).Select(block => block.Text));
        var models = blocks.Where(block => block.IsModel).Select(block => block.Text);
        string[][] compilations = statements.Length == 0 ? [.. models.Select(model => new[] { model })]
            : [[$"static class Page {{ static void Run() {{ {statements} }} }}", .. models]];
        foreach (var sources in compilations)
        {
            var compilation = ModelCompilation.Create([Usings, .. sources]);
            Assert.Empty(await ModelCompilation.AnalyzeAsync(compilation));
            Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation)));
        }
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void An_excerpt_is_what_its_file_says(string name) => Assert.All(
        MarkdownPage.Read(name).Blocks.Where(block => block.Source is not null),
        block => Assert.True(block.IsExcerptOf(File.ReadAllText(Path.Combine(Repository.Root, block.Source!))), $"{block.Source} does not say\n{block.Text}"));

    /// <summary>XML is well formed, and settings are of rules that there are.</summary>
    [Theory]
    [MemberData(nameof(AllPages))]
    public void Settings_are_what_the_tools_read(string name) => Assert.All(MarkdownPage.Read(name).Blocks, block =>
    {
        if (block.Language == "xml")
            Assert.NotEmpty(XElement.Parse($"<Project>{block.Text}</Project>").Elements());
        if (block.Language == "ini")
            Assert.All(block.Text.TrimEnd('\n').Split('\n'), line =>
                Assert.Contains(Setting().Match(line).Groups["rule"].Value, new ModelAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)));
    });

    [Theory]
    [MemberData(nameof(AllPages))]
    public void A_link_leads_to_a_file_and_a_heading(string name) => Assert.All(Link().Matches(MarkdownPage.Read(name).Text), link =>
    {
        var path = link.Groups["path"].Value.Length == 0 ? Path.Combine(Repository.Root, name) : Path.Combine(Repository.Root, Path.GetDirectoryName(name)!, link.Groups["path"].Value);
        Assert.True(Path.Exists(path), $"{link.Value} leads nowhere.");
        if (link.Groups["heading"] is { Success: true, Value: var heading })
            Assert.Contains(heading, Heading().Matches(File.ReadAllText(path)).Select(match => Anchor(match.Groups["text"].Value)));
    });

    /// <summary>What GitHub makes of a heading in a link.</summary>
    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');

    /// <summary>Every attribute is shown: on the language page in a model that compiles, or in its own documentation.</summary>
    [Fact]
    public void Every_attribute_has_an_example()
    {
        var examples = string.Concat(MarkdownPage.Read("docs/language.md").Blocks.Where(block => block.IsModel).Select(block => block.Text));
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(ModelAttribute).Assembly.Location, ".xml")).Descendants("example").Select(example => example.Value);
        var attributes = typeof(ModelAttribute).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ModelElementAttribute)))
            .Select(type => type.Name.Split('`')[0][..^nameof(Attribute).Length]);
        Assert.All(attributes, name => Assert.Matches($@"[\[, ]{name}\b[\](,<]", string.Concat(documentation.Prepend(examples))));
    }

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<rule>NDSL\d{4})\.severity = (none|silent|suggestion|warning|error)$")]
    private static partial Regex Setting();

    /// <summary>A link to a file of the repository, not to the web.</summary>
    [GeneratedRegex(@"\]\((?<path>(?!https?:)[^)#\s]*)(#(?<heading>[^)\s]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
