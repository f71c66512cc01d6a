using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>The likelihood of a normal distribution.</content>
public static partial class Losses
{
    /// <summary>PyTorch's <c>gaussian_nll_loss</c>; TorchSharp's sums over all axes but the first and gives the variance no gradient.</summary>
    /// <param name="prediction">The means.</param>
    /// <param name="variance">The variances, of the same shape.</param>
    /// <param name="target">The numbers, of the same shape.</param>
    /// <param name="full">Whether to add the constant log(2π)/2.</param>
    /// <param name="eps">The least variance; what is below counts as it, and has a gradient as if it were not cut.</param>
    /// <param name="reduction">How the elements' losses become one number.</param>
    public static Tensor GaussianNLL(
        Tensor prediction, Tensor variance, Tensor target, bool full = false, double eps = 1e-6, nn.Reduction reduction = nn.Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(variance);
        using var scope = NewDisposeScope();
        var kept = variance.clone();
        using (no_grad())
            kept.clamp_min_(eps);
        var losses = (kept.log() + (prediction - target).square() / kept) * 0.5;
        return Reduce(full ? losses + 0.5 * Math.Log(2 * Math.PI) : losses, reduction).MoveToOuterDisposeScope();
    }
}
