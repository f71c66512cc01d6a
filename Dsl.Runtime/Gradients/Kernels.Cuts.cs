using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Parts of tensors.</content>
public static partial class Kernels
{
    /// <summary>Of one index of an axis: the gradient there, and zeros elsewhere.</summary>
    /// <param name="dy">The gradient of what was taken, without the axis.</param>
    /// <param name="axis">The axis, from 0.</param>
    /// <param name="size">Its size.</param>
    /// <param name="index">The index; negative counts from the last.</param>
    public static Tensor SelectBackward(Tensor dy, int axis, long size, long index)
    {
        ArgumentNullException.ThrowIfNull(dy);
        long[] shape = [.. dy.shape[..axis], size, .. dy.shape[axis..]];
        var dx = zeros(shape, dy.dtype, dy.device);
        using var part = dx.select(axis, index);
        part.copy_(dy);
        return dx;
    }

    /// <summary>Of the largest or smallest along axes: the gradient where it was, in equal parts where it was more than once, and zeros elsewhere.</summary>
    /// <param name="dy">The gradient of what was found, without the axes.</param>
    /// <param name="x">Where it was looked for.</param>
    /// <param name="y">What was found.</param>
    /// <param name="axes">The axes, from 0 and in order.</param>
    public static Tensor ExtremumBackward(Tensor dy, Tensor x, Tensor y, ReadOnlySpan<long> axes)
    {
        ArgumentNullException.ThrowIfNull(dy);
        ArgumentNullException.ThrowIfNull(x);
        var shape = x.shape;
        foreach (var axis in axes)
            shape[axis] = 1;
        using var found = y.reshape(shape);
        using var gradient = dy.reshape(shape);
        using var isFound = x.eq(found);
        var dx = isFound.to(x.dtype);
        using var count = dx.sum(axes, true);
        return dx.mul_(gradient).div_(count);
    }

    /// <summary>Of a run of an axis: the gradient there, and zeros elsewhere.</summary>
    /// <param name="dy">The gradient of what was taken.</param>
    /// <param name="axis">The axis, from 0.</param>
    /// <param name="size">Its size.</param>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index before which it ends.</param>
    /// <param name="step">The distance of the indices.</param>
    public static Tensor SliceBackward(Tensor dy, int axis, long size, long start, long end, long step)
    {
        ArgumentNullException.ThrowIfNull(dy);
        var shape = dy.shape;
        shape[axis] = size;
        var dx = zeros(shape, dy.dtype, dy.device);
        using var part = dx.slice(axis, start, end, step);
        part.copy_(dy);
        return dx;
    }
}
