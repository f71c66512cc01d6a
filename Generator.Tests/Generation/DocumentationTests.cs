using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Generation;

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

    /// <summary>Code blocks that declare a model.</summary>
    [GeneratedRegex(@"^```csharp\n(?<code>(?:(?!^```).)*?\[Model\].*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
