using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NeuralDsl.Generator.Tests.Harness;

/// <summary>User code as the IDE and the compiler see it: with the run time, the engine, the generator and the analyzer.</summary>
internal static class ModelCompilation
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard.dll"
                || name == "TorchSharp.dll" || name == "NeuralDsl.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Create(params string[] sources) => CSharpCompilation.Create(
        "UserCode",
        sources.Select((source, i) => Parse(source, $"User{i}.cs")),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            // What the SDK is silent about too: an engine that was built against an older framework.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose), path);

    /// <summary>The same project without the engine.</summary>
    public static CSharpCompilation WithoutTorchSharp(CSharpCompilation compilation) =>
        compilation.RemoveReferences(compilation.References.Where(reference => Path.GetFileName(reference.Display) == "TorchSharp.dll"));

    /// <summary>The same project in another version of C#.</summary>
    public static CSharpCompilation WithLanguage(CSharpCompilation compilation, LanguageVersion version) => compilation
        .RemoveAllSyntaxTrees()
        .AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => tree.WithRootAndOptions(tree.GetRoot(), new CSharpParseOptions(version, DocumentationMode.Diagnose))));

    /// <summary>The same project with a rule turned on that is off by default.</summary>
    public static CSharpCompilation WithRule(CSharpCompilation compilation, string id) =>
        compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new(id, ReportDiagnostic.Info)]));

    /// <summary>A driver that records its steps, for code of the language version given.</summary>
    public static GeneratorDriver CreateDriver(LanguageVersion version = LanguageVersion.Preview, params IEnumerable<AdditionalText> files) => CSharpGeneratorDriver.Create(
        [new ModelGenerator().AsSourceGenerator()],
        files,
        parseOptions: new CSharpParseOptions(version, DocumentationMode.Diagnose),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what the generator adds to it.</summary>
    public static Compilation Generate(Compilation compilation, params ImmutableArray<AdditionalText> files)
    {
        CreateDriver(((CSharpCompilation)compilation).LanguageVersion, files).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        Assert.Empty(diagnostics);
        return generated;
    }

    /// <summary>The mistakes that the analyzer finds, in source order.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, params ImmutableArray<AdditionalText> files) =>
        [.. (await AnalyzeAllAsync(compilation, files)).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>What the analyzer says, mistakes and information, in source order, as in the IDE: on the compilation with the generated code.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAllAsync(Compilation compilation, params ImmutableArray<AdditionalText> files)
    {
        var analyzers = Generate(compilation, files).WithAnalyzers([new ModelAnalyzer()], new AnalyzerOptions(files));
        var diagnostics = await analyzers.GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>Everything that the compiler says above hidden severity, generated code included.</summary>
    public static ImmutableArray<Diagnostic> CompilerMessages(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591")];
}
