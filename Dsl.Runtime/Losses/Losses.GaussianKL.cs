using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>The divergence of normal distributions.</content>
public static partial class Losses
{
    /// <summary>Divergence of normal distributions from the standard one (Kingma and Welling 2013, appendix B).</summary>
    /// <param name="mu">The means.</param>
    /// <param name="logvar">The logarithms of the variances, of the same shape.</param>
    /// <param name="reduction">How the elements' divergences become one number.</param>
    public static Tensor GaussianKL(Tensor mu, Tensor logvar, nn.Reduction reduction = nn.Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(mu);
        ArgumentNullException.ThrowIfNull(logvar);
        using var scope = NewDisposeScope();
        return Reduce((1 + logvar - mu.square() - logvar.exp()) * -0.5, reduction).MoveToOuterDisposeScope();
    }
}
