using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>The soft Dice loss (Milletari et al. 2016).</content>
public static partial class Losses
{
    /// <summary>How little regions overlap: for each row and channel 1 - (2·Σpy + smooth)/(Σp + Σy + smooth).</summary>
    /// <param name="prediction">Probabilities <c>[N, C, …]</c>.</param>
    /// <param name="target">0 and 1 of the same shape, or Int64 classes <c>[N, …]</c>.</param>
    /// <param name="smooth">Keeps the quotient of an empty region from 0/0.</param>
    /// <param name="reduction">How the losses of rows and channels become one number.</param>
    public static Tensor Dice(Tensor prediction, Tensor target, double smooth = 1, nn.Reduction reduction = nn.Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        using var scope = NewDisposeScope();
        var p = prediction.flatten(2);
        var y = target.dtype == ScalarType.Int64
            ? nn.functional.one_hot(target.flatten(1), prediction.size(1)).transpose(1, 2).to(prediction.dtype)
            : target.flatten(2);
        var overlap = (p * y).sum([-1]);
        var total = p.sum([-1]) + y.sum([-1]);
        return Reduce(1 - (2 * overlap + smooth) / (total + smooth), reduction).MoveToOuterDisposeScope();
    }
}
