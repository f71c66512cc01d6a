using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Stochastic depth (Huang et al., 2016), which TorchSharp lacks.</summary>
public static class StochasticDepth
{
    /// <summary>Zeroes each row with probability <paramref name="p"/> and scales the others by 1/(1 - p), while training; else the identity.</summary>
    /// <param name="x">A floating-point tensor whose first axis is the batch.</param>
    /// <param name="p">The probability, in [0, 1].</param>
    /// <param name="training">Whether the model is training.</param>
    /// <returns>A new tensor of the same shape; the caller disposes it.</returns>
    public static Tensor Apply(Tensor x, double p, bool training)
    {
        using var mask = Draw(x, p, training);
        return DropoutMask.Apply(x, mask);
    }

    /// <summary>Draws a factor for each row.</summary>
    /// <inheritdoc cref="Apply"/>
    /// <returns>A tensor with one element a row, which the caller disposes; null where nothing is zeroed.</returns>
    public static Tensor? Draw(Tensor x, double p, bool training)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!training || p == 0)
            return null;
        // Dropout of a tensor with one element a row is exactly the mask, scaled.
        var shape = new long[x.dim()];
        Array.Fill(shape, 1);
        shape[0] = x.size(0);
        using var rows = ones(shape, dtype: x.dtype, device: x.device);
        return nn.functional.dropout(rows, p, training);
    }
}
