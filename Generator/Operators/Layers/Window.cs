using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A window that slides along the axes after batch and channels, the same way along each.</summary>
internal sealed record Window(Dim Kernel, Dim Stride, Dim Padding, Dim Dilation)
{
    /// <summary>The axes that a window of so many dimensions takes.</summary>
    public static string Layout(int dimensions) => dimensions switch { 1 => "N C L", 2 => "N C H W", _ => "N C D H W" };

    /// <summary>
    /// The shape after the window has slid: <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded down, as in
    /// PyTorch's documentation of Conv2d and MaxPool2d; null after a fault.
    /// </summary>
    public Shape? Slide(LayerCheck check)
    {
        var shape = check.Shape;
        for (var axis = 2; axis < shape.Rank; axis++)
        {
            var size = shape[axis];
            var slid = ((size + (2 * Padding) - (Dilation * (Kernel - 1)) - 1) / Stride) + 1;
            // At least 1 comes out where the window fits once: the size, padding included, is at least the window.
            var at = axis;
            var window = (Dilation * (Kernel - 1)) + 1 - (2 * Padding);
            if (!check.Require(size, Relation.AtLeast, window.Constant < 1 ? 1 : window, () => check.At(
                Rules.EmptyOutput, "kernel", check.Title, check.Shape.Axes[at].Name ?? Layout(check.Shape.Rank - 2).Split(' ')[at], size.Text, Description(), check.Path)))
            {
                return null;
            }
            shape = shape.With(axis, slid);
        }
        return shape;
    }

    private string Description() => (Dilation.Constant, Padding.Constant) switch
    {
        (1, 0) => $"a window of {Kernel}",
        (1, _) => $"a window of {Kernel} with padding {Padding}",
        (_, 0) => $"a window of {(Dilation * (Kernel - 1)) + 1} (kernel {Kernel}, dilation {Dilation})",
        _ => $"a window of {(Dilation * (Kernel - 1)) + 1} (kernel {Kernel}, dilation {Dilation}) with padding {Padding}",
    };
}
