using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NeuralDsl.Benchmarks;

/// <summary>A project of models, one a file, and a file without any.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="Models">How many models.</param>
/// <param name="Layers">How many layers each has.</param>
internal sealed record GeneratorWorkload(string Name, int Models, int Layers)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "TorchSharp.dll" or "NeuralDsl.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly SyntaxTree[] trees =
    [
        Parse("class Other;", "Other.cs"),
        .. Enumerable.Range(0, Models).Select(i => Parse(Declare(i, Layers, width: 16), $"Model{i}.cs")),
    ];

    /// <summary>A compilation that has bound nothing yet.</summary>
    public CSharpCompilation Compile() =>
        CSharpCompilation.Create("Workload", trees, References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The compilation after a key was pressed in the file without models.</summary>
    public CSharpCompilation EditOther(CSharpCompilation compilation, int round) =>
        compilation.ReplaceSyntaxTree(trees[0], Parse($"class Other {{ int edited{round}; }}", "Other.cs"));

    /// <summary>The compilation after one number of one layer was changed.</summary>
    public CSharpCompilation EditLayer(CSharpCompilation compilation, int round) =>
        compilation.ReplaceSyntaxTree(trees[1], Parse(Declare(0, Layers, width: 17 + round), "Model0.cs"));

    /// <summary>Makes sure that what is measured is the work of models without an error.</summary>
    /// <exception cref="InvalidOperationException">A model has an error, or was not generated.</exception>
    public async Task CheckAsync()
    {
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(Compile(), out var generated, out _);
        var diagnostics = await generated.WithAnalyzers([new ModelAnalyzer()]).GetAllDiagnosticsAsync();
        if (driver.GetRunResult().GeneratedTrees.Length != Models || diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591") is not null)
            throw new InvalidOperationException($"The models of the benchmark must compile: {string.Join("; ", diagnostics.Take(3))}");
    }

    public static GeneratorDriver CreateDriver(IIncrementalGenerator? generator = null) =>
        CSharpGeneratorDriver.Create([(generator ?? new ModelGenerator()).AsSourceGenerator()], parseOptions: Options);

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);

    /// <summary>Pairs of a linear layer and an activation, a residual every sixth layer, as models have them.</summary>
    private static string Declare(int index, int layers, int width)
    {
        var lines = new List<string> { $"[Linear({width}, Name = \"skip0\")]" };
        for (var layer = 2; layer < layers - 1; layer++)
        {
            lines.Add((layer % 6) switch
            {
                0 => $"[Add(\"skip{layer - 6}\", Name = \"skip{layer}\")]",
                1 or 3 => "[Linear(64)]",
                5 => $"[Linear({width})]",
                _ => "[ReLU]",
            });
        }
        return $$"""
            using NeuralDsl;

            [Model]
            [Input("x", "N 30")]
            {{string.Join("\n", lines)}}
            [Dropout(0.1), Linear(2)]
            [CrossEntropyLoss, Adam(1e-3)]
            public partial class Model{{index}};
            """;
    }
}
