using Microsoft.CodeAnalysis;

namespace NeuralDsl.Benchmarks;

/// <summary>
/// A generator that finds the models and does nothing with them. Finding them binds their attributes, as the compiler itself does once
/// for every compilation, so what it costs is not the cost of generating models.
/// </summary>
internal sealed class IdleGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(typeof(ModelAttribute).FullName!, static (_, _) => true, static (target, _) => target.TargetSymbol.Name),
        static (_, _) => { });
}
