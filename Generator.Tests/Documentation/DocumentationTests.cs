using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Documentation;

/// <summary>The models that the documentation shows compile without an error or a warning.</summary>
public partial class DocumentationTests
{
    public static TheoryData<string> Pages => ["README.md", "docs/language.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_model_on_the_page_compiles(string page)
    {
        var models = CodeBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups["code"].Value).ToArray();
        Assert.NotEmpty(models);
        foreach (var model in models)
        {
            var compilation = ModelCompilation.Create("global using NeuralDsl;", model);
            Assert.Empty(await ModelCompilation.AnalyzeAsync(compilation));
            Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation)));
        }
    }

    public static TheoryData<string> HowTos => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "how-to"), "*.md").Select(path => Path.GetFileName(path))];

    /// <summary>A how-to's models, and the statements beside them as one program, so that a block may use what an earlier one declares.</summary>
    [Theory]
    [MemberData(nameof(HowTos))]
    public async Task Every_code_block_of_a_how_to_compiles(string page)
    {
        var blocks = AnyCodeBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "how-to", page))).Select(match => match.Groups["code"].Value).ToArray();
        var statements = string.Concat(blocks.Where(block => !block.Contains("[Model]", StringComparison.Ordinal)));
        var compilation = ModelCompilation.Create(
            [
                "global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; global using NeuralDsl;",
                $"static class HowTo {{ static void Run() {{ {statements} }} }}",
                .. blocks.Where(block => block.Contains("[Model]", StringComparison.Ordinal)),
            ]);
        Assert.Empty(await ModelCompilation.AnalyzeAsync(compilation));
        Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation)));
    }

    /// <summary>Every attribute is shown: on the language page in a model that compiles, or in its own documentation.</summary>
    [Fact]
    public void Every_attribute_has_an_example()
    {
        var examples = string.Concat(CodeBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "language.md"))).Select(match => match.Groups["code"].Value));
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(ModelAttribute).Assembly.Location, ".xml")).Descendants("example").Select(example => example.Value);
        var attributes = typeof(ModelAttribute).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ModelElementAttribute)))
            .Select(type => type.Name.Split('`')[0][..^nameof(Attribute).Length]);
        Assert.All(attributes, name => Assert.Matches($@"[\[, ]{name}\b[\](,<]", string.Concat(documentation.Prepend(examples))));
    }

    [GeneratedRegex(@"^```csharp\n(?<code>(?:(?!^```).)*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex AnyCodeBlock();

    /// <summary>Code blocks that declare a model.</summary>
    [GeneratedRegex(@"^```csharp\n(?<code>(?:(?!^```).)*?\[Model\].*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
