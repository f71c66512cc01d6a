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

    /// <summary>Draws a factor for each channel.</summary>
    /// <param name="x">What is dropped, <c>[N, C, …]</c>.</param>
    /// <param name="p">The probability, in [0, 1].</param>
    /// <param name="training">Whether anything is dropped.</param>
    /// <returns>A tensor with one element a channel, which the caller disposes; null where nothing is dropped.</returns>
    public static Tensor? DrawChannels(Tensor x, double p, bool training)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!training || p == 0)
            return null;
        using var channels = Channels(x);
        return Draw(channels, p, training);
    }

    /// <summary>Draws a factor for each element, or each channel, of what is set to the value that keeps mean and variance (Klambauer et al. 2017).</summary>
    /// <param name="x">What is dropped.</param>
    /// <param name="p">The probability, in [0, 1].</param>
    /// <param name="training">Whether anything is dropped.</param>
    /// <param name="channels">Whether whole channels of <c>[N, C, …]</c> are.</param>
    /// <returns>A tensor that the caller disposes; null where nothing is dropped.</returns>
    public static Tensor? DrawAlpha(Tensor x, double p, bool training, bool channels = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!training || p == 0)
            return null;
        var mask = channels ? Channels(x) : empty_like(x);
        return p == 1 ? mask.fill_(0) : mask.bernoulli_(1 - p).mul_(AlphaScale(p));
    }

    /// <summary>Applies such factors, and sets what is dropped.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="mask">The factors; null for all 1.</param>
    /// <param name="p">The probability.</param>
    /// <returns>A tensor that the caller disposes.</returns>
    public static Tensor ApplyAlpha(Tensor x, Tensor? mask, double p)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (mask is null || p == 1)
            return Apply(x, mask);
        using var kept = mask.ne(0);
        using var shift = kept.to(mask.dtype);
        shift.add_(-1).mul_(Alpha * AlphaScale(p)).add_(Alpha * AlphaScale(p) * p);
        return x.mul(mask).add_(shift);
    }

    /// <summary>Minus the value of SELU far below 0.</summary>
    private const double Alpha = 1.7580993408473766;

    /// <summary>What keeps the variance.</summary>
    private static double AlphaScale(double p) => 1 / Math.Sqrt(((Alpha * Alpha * p) + 1) * (1 - p));

    /// <summary>Memory for one element a channel.</summary>
    private static Tensor Channels(Tensor x)
    {
        var shape = new long[x.dim()];
        Array.Fill(shape, 1);
        (shape[0], shape[1]) = (x.size(0), x.size(1));
        return empty(shape, x.dtype, x.device);
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
