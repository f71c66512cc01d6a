using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>Two layers of which the second takes what the first makes, also where one of them stands in a block.</summary>
/// <param name="First">The one that makes the value.</param>
/// <param name="Second">The one that takes it as its first input.</param>
/// <param name="IsOnly">Whether nothing else takes the value, nor uses the weights of the first one.</param>
/// <param name="Way">The model's layers from the first to the second.</param>
internal sealed record LintedPair(LintedLayer First, LintedLayer Second, bool IsOnly, IReadOnlyList<TypedLayer> Way);
