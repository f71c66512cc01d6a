using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Draws from normal distributions in a way that has a derivative (Kingma and Welling, 2013).</summary>
public static class Reparameterization
{
    /// <summary>A sample while training, else the means.</summary>
    /// <param name="mu">The means.</param>
    /// <param name="logvar">The logarithms of the variances, of the same shape.</param>
    /// <param name="training">Whether the model is training.</param>
    /// <returns>A new tensor of the same shape; the caller disposes it.</returns>
    public static Tensor Sample(Tensor mu, Tensor logvar, bool training)
    {
        ArgumentNullException.ThrowIfNull(mu);
        ArgumentNullException.ThrowIfNull(logvar);
        if (!training)
            return mu.alias();
        using var half = logvar * 0.5;
        using var deviation = half.exp();
        using var noise = randn_like(mu);
        using var spread = noise * deviation;
        return mu + spread;
    }

    /// <summary>A sample, and by how much it differs from the means; without autograd.</summary>
    /// <inheritdoc cref="Sample"/>
    /// <returns>Two new tensors of the same shape; the caller disposes them.</returns>
    public static (Tensor Sample, Tensor Shift) SampleWithShift(Tensor mu, Tensor logvar, bool training)
    {
        ArgumentNullException.ThrowIfNull(mu);
        ArgumentNullException.ThrowIfNull(logvar);
        if (!training)
            return (mu.clone(), zeros_like(mu));
        var shift = logvar.mul(0.5).exp_();
        using var noise = randn_like(mu);
        shift.mul_(noise);
        return (mu + shift, shift);
    }
}
