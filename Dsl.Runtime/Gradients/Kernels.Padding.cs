using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>What is added around the axes after batch and channels.</content>
public static partial class Kernels
{
    /// <summary>Of a padding: the gradient of the middle, to which that of what was added is added where it was copied from.</summary>
    /// <param name="dy">The gradient of what it made, <c>[N, C, …]</c>.</param>
    /// <param name="mode">What was added.</param>
    /// <param name="sides">How much before and after each axis, the last axis first.</param>
    public static Tensor PadBackward(Tensor dy, PaddingModes mode, ReadOnlySpan<long> sides)
    {
        ArgumentNullException.ThrowIfNull(dy);
        var dx = dy.alias();
        for (var i = 0; i < sides.Length; i += 2)
        {
            using var padded = dx;
            dx = PadBackward(padded, mode, padded.dim() - 1 - (i / 2), sides[i], sides[i + 1]);
        }
        if (mode is not (PaddingModes.Constant or PaddingModes.Zeros))
            return dx;
        using (dx)
            return dx.clone();
    }

    /// <summary>The same along one axis; a view where nothing was copied.</summary>
    private static Tensor PadBackward(Tensor dy, PaddingModes mode, long axis, long before, long after)
    {
        var size = dy.size((int)axis) - before - after;
        var middle = dy.narrow(axis, before, size);
        if (mode is PaddingModes.Constant or PaddingModes.Zeros)
            return middle;
        using (middle)
        {
            var dx = middle.clone();
            Add(0, before, mode switch { PaddingModes.Reflect => 1, PaddingModes.Replicate => 0, _ => size - before });
            Add(before + size, after, mode switch { PaddingModes.Reflect => size - 1 - after, PaddingModes.Replicate => size - 1, _ => 0 });
            return dx;

            void Add(long from, long count, long to)
            {
                if (count == 0)
                    return;
                using var added = dy.narrow(axis, from, count);
                using var target = dx.narrow(axis, to, mode == PaddingModes.Replicate ? 1 : count);
                using var ordered = mode switch
                {
                    PaddingModes.Reflect => added.flip(axis),
                    PaddingModes.Replicate => added.sum([axis], true),
                    _ => added.alias(),
                };
                target.add_(ordered);
            }
        }
    }
}
