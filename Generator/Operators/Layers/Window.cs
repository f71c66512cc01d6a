using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A window that slides along the axes after batch and channels.</summary>
/// <param name="Kernel">Its size.</param>
/// <param name="Stride">The step from one place to the next.</param>
/// <param name="Padding">What is added on both sides of an axis; nothing where <paramref name="KeepsSize"/>.</param>
/// <param name="Dilation">The distance between its points.</param>
/// <param name="KeepsSize">Whether so much is added that the size stays, for which the stride is 1.</param>
/// <param name="RoundsUp">Whether a last window may reach beyond the end.</param>
internal sealed record Window(AxisSizes Kernel, AxisSizes Stride, AxisSizes Padding, AxisSizes Dilation, bool KeepsSize = false, bool RoundsUp = false)
{
    /// <summary>The axes that a window of so many dimensions takes.</summary>
    public static string Layout(int dimensions) => dimensions switch { 1 => "N C L", 2 => "N C H W", _ => "N C D H W" };

    /// <summary>The axes of values with channels, of any number of dimensions.</summary>
    public static string[] AnyLayout { get; } = ["N C", "N C L", "N C H W", "N C D H W"];

    /// <summary>What is added before and after an axis; the odd one of an uneven sum comes after.</summary>
    public (Dim Before, Dim After) PaddingOf(int axis) =>
        KeepsSize && Reach(axis) - 1 is var sum ? (sum / 2, sum - (sum / 2)) : (Padding[axis], Padding[axis]);

    /// <summary>
    /// The shape after the window has slid: <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded down, as in
    /// PyTorch's documentation of Conv2d and MaxPool2d; null after a fault.
    /// </summary>
    public Shape? Slide(LayerCheck check)
    {
        var shape = check.Shape;
        for (var axis = 2; axis < shape.Rank; axis++)
        {
            var along = axis - 2;
            var (before, after) = PaddingOf(along);
            // At least 1 comes out where the window fits once: the size, padding included, is at least the window.
            var least = Reach(along) - before - after - (RoundsUp ? Stride[along] - 1 : 0);
            if (!check.Require(shape[axis], Relation.AtLeast, least.Constant < 1 ? 1 : least, () => check.At(
                Rules.EmptyOutput, "kernel", check.Title, check.Shape.Axes[along + 2].Name ?? Layout(check.Shape.Rank - 2).Split(' ')[along + 2],
                check.Shape[along + 2].Text, Description(along), check.Path)))
            {
                return null;
            }
            shape = shape.With(axis, Places(shape[axis], along));
        }
        return shape;
    }

    /// <summary>In how many places the window stands along an axis.</summary>
    public Dim Places(Dim size, int axis)
    {
        var (before, after) = PaddingOf(axis);
        var (stride, way) = (Stride[axis], size + before + after - Reach(axis));
        if (!RoundsUp)
            return (way / stride) + 1;
        var steps = (way + stride - 1) / stride;
        // The last window must start in the input or the padding before it, which only a long stride can make it miss.
        var isInside = Reach(axis) - stride - before;
        return steps + 1 - (isInside.Constant >= 0 ? 0 : IndicatorAtom.Create(steps * stride, ">=", size + before));
    }

    /// <summary>How far the window's points reach.</summary>
    private Dim Reach(int axis) => (Dilation[axis] * (Kernel[axis] - 1)) + 1;

    private string Description(int axis)
    {
        var window = Dilation[axis].Constant == 1 ? $"a window of {Kernel[axis]}" : $"a window of {Reach(axis)} (kernel {Kernel[axis]}, dilation {Dilation[axis]})";
        return Padding[axis].Constant == 0 ? window : $"{window} with padding {Padding[axis]}";
    }
}
