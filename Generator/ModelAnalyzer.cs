using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Lints;

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
        var compiled = ModelCompiler.Compile(declaration, context.CancellationToken);
        foreach (var fault in compiled.Model is { } model ? compiled.Faults.Concat(LayerShapes.Describe(model)) : compiled.Faults)
        {
            var properties = fault.Properties.ToImmutableDictionary(pair => pair.Key, pair => (string?)pair.Value);
            context.ReportDiagnostic(Diagnostic.Create(fault.Descriptor, locator.Find(fault.Location), properties, [.. fault.Arguments]));
        }
    }
}
