using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Emission;

namespace NeuralDsl;

/// <summary>
/// Generates the other part of every class with <c>[Model]</c> or <c>[Data]</c>. Reading the attributes is all that runs on every edit; compiling
/// and emitting run again only where what was read has changed. Faults are the analyzer's to report.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>Names of the pipeline's steps, for tests of what runs again.</summary>
    internal static class Steps
    {
        public const string Read = "ReadDeclaration";
        public const string Files = "ReadDataFiles";
        public const string Compile = "CompileModel";
        public const string Emit = "EmitSource";
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Generate(context, ModelReader.ModelAttribute);
        Generate(context, ModelReader.DataAttribute);
    }

    /// <summary>Generates the other part of every class with an attribute.</summary>
    private static void Generate(IncrementalGeneratorInitializationContext context, string attribute)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => ModelReader.Read((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation))
            // A class with both is a model, which says what is wrong with it.
            .Where(declaration => declaration is not null && DataClassCompiler.IsDataClass(declaration) == (attribute == ModelReader.DataAttribute))
            .WithTrackingName(Steps.Read);
        // Only files that are declared are read, and again only when they or their names change.
        var named = declarations.Select(static (declaration, _) => DataFile.Named(declaration!)).Collect()
            .Select(static (paths, _) => paths.SelectMany(path => path).ToEquatableArray());
        var files = context.AdditionalTextsProvider.Combine(named)
            .Where(static pair => pair.Right.Any(path => DataFile.Matches(pair.Left.Path, path)))
            .Select(static (pair, cancellation) => DataFile.Read(pair.Left, cancellation))
            .WithTrackingName(Steps.Files)
            .Collect();
        var sources = declarations.Combine(files)
            .Select(static (pair, _) => (Declaration: pair.Left!, Files: pair.Right.OfType<DataFile>().Of(DataFile.Named(pair.Left!))))
            .Select(static (pair, cancellation) => ModelCompiler.Compile(pair.Declaration, pair.Files, cancellation))
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
