using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Dropout in two steps, so that a backward pass has the factors too. The numbers are those that <c>functional.dropout</c> draws.</summary>
public static class DropoutMask
{
    /// <summary>Draws a factor for each element: 0 with a probability, else what keeps the mean.</summary>
    /// <param name="x">What is dropped.</param>
    /// <param name="p">The probability, in [0, 1].</param>
    /// <param name="training">Whether anything is dropped.</param>
    /// <returns>A tensor of the shape of <paramref name="x"/>, which the caller disposes; null where nothing is dropped.</returns>
    public static Tensor? Draw(Tensor x, double p, bool training)
    {
        ArgumentNullException.ThrowIfNull(x);
        return !training || p == 0 ? null : p == 1 ? zeros_like(x) : empty_like(x).bernoulli_(1 - p).div_(1 - p);
    }

    /// <summary>Applies the factors.</summary>
    /// <param name="x">Numbers, or their gradients.</param>
    /// <param name="mask">The factors; null for all 1.</param>
    /// <returns>A tensor that the caller disposes.</returns>
    public static Tensor Apply(Tensor x, Tensor? mask)
    {
        ArgumentNullException.ThrowIfNull(x);
        return mask is null ? x.alias() : x.mul(mask);
    }

    /// <summary>The same in the memory of the numbers, which are returned.</summary>
    /// <inheritdoc cref="Apply"/>
    public static Tensor Apply_(Tensor x, Tensor? mask)
    {
        ArgumentNullException.ThrowIfNull(x);
        return mask is null ? x : x.mul_(mask);
    }
}
