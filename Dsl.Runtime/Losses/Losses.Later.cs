using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Targets that are later than what is predicted.</content>
public static partial class Losses
{
    /// <summary>The class that comes so many steps later at each step, and at the last ones, after which none comes, an index that does not count.</summary>
    /// <param name="classes">Class indices, Int64 <c>[N, T]</c>.</param>
    /// <param name="shift">The number of steps, at least 1 and below <c>T</c>.</param>
    /// <param name="ignored">The index that does not count.</param>
    /// <returns>Int64 <c>[N, T]</c>; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There are not more steps than the shift.</exception>
    public static Tensor Later(Tensor classes, long shift, long ignored)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var steps = classes.size(1);
        if (steps <= shift)
            throw new ArgumentException($"A target of {steps} steps has none that comes {shift} later: sequences must have at least {shift + 1} steps.", nameof(classes));
        var later = full_like(classes, ignored);
        using var from = classes.narrow(1, shift, steps - shift);
        using var to = later.narrow(1, 0, steps - shift);
        to.copy_(from);
        return later;
    }
}
