using NeuralDsl.Diagnostics;

namespace NeuralDsl.Lints;

/// <summary>
/// Finds one kind of mistake that is no error: the model runs and trains, but not as it was meant. Speaks only where that is certain.
/// </summary>
internal abstract class Lint
{
    /// <summary>Every lint, in the order of the rules' ids.</summary>
    public static IReadOnlyList<Lint> All { get; } =
    [
        new EncodingBeforeLoss(),
        new SoftmaxOverOne(),
        new SoftmaxOverBatch(),
        new LinearAfterLinear(),
        new DoubledActivation(),
        new DropoutOfEverything(),
        new BiasBeforeBatchNorm(),
        new BatchNormAfterDropout(),
        new ConstantWeights(),
        new LeftToAutograd(),
    ];

    /// <summary>What it finds in a model without errors, as warnings or as information.</summary>
    public abstract IEnumerable<Fault> Check(LintedModel model);
}
