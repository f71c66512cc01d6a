using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Diagnostics;

/// <summary>A project that cannot compile generated code gets one clear error, and no code that fails a hundred times.</summary>
public class ProjectTests
{
    private const string Model = """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(2)]
        [CrossEntropyLoss, Adam]
        public partial class Net { }
        """;

    public static TheoryData<string, string> Projects => new() { { "engine", "NDSL0010" }, { "language", "NDSL0011" } };

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Nothing_is_generated_and_the_analyzer_says_why(string lacks, string id)
    {
        var whole = ModelCompilation.Create(Model);
        var project = lacks == "engine" ? ModelCompilation.WithoutTorchSharp(whole) : ModelCompilation.WithLanguage(whole, LanguageVersion.CSharp11);

        Assert.Equal(id, Assert.Single(await ModelCompilation.AnalyzeAsync(project)).Id);
        var generated = ModelCompilation.Generate(project);
        Assert.Equal(project.SyntaxTrees.Length, generated.SyntaxTrees.Count());
        Assert.Empty(ModelCompilation.CompilerMessages(generated));
    }

    [Fact]
    public async Task Both_are_said_at_once()
    {
        var project = ModelCompilation.WithLanguage(ModelCompilation.WithoutTorchSharp(ModelCompilation.Create(Model)), LanguageVersion.CSharp8);
        var diagnostics = await ModelCompilation.AnalyzeAsync(project);
        Assert.Equal(["NDSL0010", "NDSL0011"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Contains("C# 8.0", diagnostics[1].GetMessage());
    }

    [Theory]
    [InlineData("CrossEntropyLoss, Adam")]
    [InlineData("CrossEntropyLoss, Adam(Only = \"*.weight\"), Adam(1e-4, Except = \"*.weight\"), ClipGradNorm(1)")]
    [InlineData("Phase(\"one\"), CrossEntropyLoss, Adam(Only = \"*.weight\"), Phase(\"two\"), CrossEntropyLoss, LBFGS")]
    public async Task Twelve_is_enough(string training)
    {
        var project = ModelCompilation.WithLanguage(ModelCompilation.Create(Model.Replace("CrossEntropyLoss, Adam", training)), LanguageVersion.CSharp12);
        Assert.Empty(await ModelCompilation.AnalyzeAsync(project));
        Assert.DoesNotContain(ModelCompilation.CompilerMessages(ModelCompilation.Generate(project)), message => message.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The next run of the generator follows the project: the reference that was missing is added.</summary>
    [Fact]
    public void Code_comes_with_the_reference()
    {
        var whole = ModelCompilation.Create(Model);
        var driver = ModelCompilation.CreateDriver().RunGenerators(ModelCompilation.WithoutTorchSharp(whole));
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
        Assert.Single(driver.RunGenerators(whole).GetRunResult().GeneratedTrees);
    }
}
