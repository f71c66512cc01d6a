using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Lints;
using NeuralDsl.Repairs;

namespace NeuralDsl;

/// <summary>Reports what the pure compiler finds, at the very attribute or characters at fault, while the user types.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !ModelReader.ElementsOf(type).Any())
            return;
        if (ModelReader.Read(type, context.Compilation, context.CancellationToken) is not { } declaration)
            return;
        var locator = new FaultLocator(type, context.CancellationToken);
        var named = DataFile.Named(declaration);
        var files = context.Options.AdditionalFiles.Where(file => named.Any(path => DataFile.Matches(file.Path, path)))
            .Select(file => DataFile.Read(file, context.CancellationToken)).OfType<DataFile>().ToEquatableArray();
        var compiled = ModelCompiler.Compile(declaration, files, context.CancellationToken);
        var search = new RepairSearch(declaration, files, compiled, context.CancellationToken);
        foreach (var fault in compiled.Faults)
            context.ReportDiagnostic(Create(fault, locator, search.Find(fault)));
        foreach (var shape in compiled.Model is { } model ? LayerShapes.Describe(model) : [])
            context.ReportDiagnostic(Create(shape, locator, []));
    }

    private static Diagnostic Create(Fault fault, FaultLocator locator, IReadOnlyList<Repair> repairs)
    {
        var properties = fault.Properties.ToImmutableDictionary(pair => pair.Key, pair => (string?)pair.Value);
        return Diagnostic.Create(
            fault.Descriptor,
            locator.Find(fault.Location),
            RepairProperties.Locate(repairs, locator),
            RepairProperties.Write(properties, repairs),
            [.. fault.Arguments]);
    }
}
