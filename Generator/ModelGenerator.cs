using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NeuralDsl.Declaration;
using NeuralDsl.Emission;

namespace NeuralDsl;

/// <summary>
/// Generates the other part of every class with <c>[Model]</c>. Reading the attributes is all that runs on every edit; compiling
/// and emitting run again only where what was read has changed. Faults are the analyzer's to report.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>Names of the pipeline's steps, for tests of what runs again.</summary>
    internal static class Steps
    {
        public const string Read = "ReadDeclaration";
        public const string Compile = "CompileModel";
        public const string Emit = "EmitSource";
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var sources = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ModelReader.ModelAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => ModelReader.Read((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation))
            .Where(static declaration => declaration is not null)
            .WithTrackingName(Steps.Read)
            .Select(static (declaration, cancellation) => ModelCompiler.Compile(declaration!, cancellation))
            .WithTrackingName(Steps.Compile)
            .Select(static (compiled, _) => ModelEmitter.Emit(compiled))
            .WithTrackingName(Steps.Emit);

        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (source is not null)
                output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8));
        });
    }
}
