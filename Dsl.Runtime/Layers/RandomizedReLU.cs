using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Randomized leaky ReLU (Xu et al., 2015), of which TorchSharp's function has no training mode.</summary>
public static class RandomizedReLU
{
    /// <summary>x where x is positive, else slope·x: a slope from the range for each element while training, else the middle of the range.</summary>
    /// <param name="x">A floating-point tensor.</param>
    /// <param name="lower">The least slope.</param>
    /// <param name="upper">The largest slope.</param>
    /// <param name="training">Whether the model is training.</param>
    /// <returns>A new tensor of the same shape; the caller disposes it.</returns>
    public static Tensor Apply(Tensor x, double lower, double upper, bool training)
    {
        if (!training)
            return nn.functional.leaky_relu(x, (lower + upper) / 2);
        using var scope = NewDisposeScope();
        var slopes = empty_like(x).uniform_(lower, upper);
        return where(x >= (Scalar)0, x, x * slopes).MoveToOuterDisposeScope();
    }

    /// <summary>What <see cref="Apply"/> multiplies each element with, by the same random numbers: 1 where x is positive, else the slope.</summary>
    /// <inheritdoc cref="Apply"/>
    public static Tensor Factors(Tensor x, double lower, double upper, bool training)
    {
        ArgumentNullException.ThrowIfNull(x);
        var slopes = training ? empty_like(x).uniform_(lower, upper) : full_like(x, (lower + upper) / 2);
        using var isPositive = training ? x.ge(0) : x.gt(0);
        return slopes.masked_fill_(isPositive, 1);
    }
}
