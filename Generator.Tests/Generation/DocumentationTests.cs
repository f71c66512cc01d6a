using System.Text.RegularExpressions;
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

    /// <summary>Code blocks that declare a model.</summary>
    [GeneratedRegex(@"^```csharp\n(?<code>(?:(?!^```).)*?\[Model\].*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
