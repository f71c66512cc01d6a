using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>What the maximum, the average and the power average of windows have in common.</summary>
/// <param name="Function">The function without its dimensions, such as <c>max_pool</c>.</param>
/// <param name="Dimensions">The number of axes after batch and channels.</param>
/// <param name="Window">The window.</param>
internal abstract record Pooling(string Function, int Dimensions, Window Window) : FunctionLayer
{
    /// <summary>The arguments of the function between the input and the kernel.</summary>
    protected virtual IEnumerable<string> LeadingArguments => [];

    /// <summary>Whether the function takes a padding after the stride, and a dilation after that.</summary>
    protected abstract int SizesAfterStride { get; }

    /// <summary>The arguments of the function after its sizes.</summary>
    protected virtual IEnumerable<string> MoreArguments => CSharp.Named("ceil_mode", Window.RoundsUp, omitted: false);

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check) =>
        check.IsFloatingPoint() && check.HasLayout(Window.Layout(Dimensions)) && HasFittingPadding(check) && Window.Slide(check) is { } shape
            ? check.Input with { Shape = shape }
            : null;

    public override string Call(LayerCode code) => Call(code.Inputs[0], code.Size);

    /// <summary>Sizes as the kernels take them: a number of one axis, a tuple of several.</summary>
    protected string Each(Func<Dim, string> write, params AxisSizes[] sizes) => string.Join(", ", sizes.Select(size => Dimensions == 1 ? write(size[0]) : size.ToTuple(write)));

    /// <summary>The call in a pass that computes its gradient.</summary>
    protected Code Called(GradientCode code) => Code.Of(Call(code.Input.Name, code.Size), [code.Input]);

    private string Call(string input, Func<Dim, string> write)
    {
        (AxisSizes Sizes, bool IsDefault)[] sizes = new[]
        {
            (Window.Kernel, false),
            (Window.Stride, Window.Stride.Equals(Window.Kernel)),
            (Window.Padding, Window.Padding.Are(0)),
            (Window.Dilation, Window.Dilation.Are(1)),
        }.Take(2 + SizesAfterStride).ToArray();
        // Positional: what stands before a size that is written must be written too.
        var count = Array.FindLastIndex(sizes, size => !size.IsDefault) + 1;
        // One number holds for every axis; the functions of three dimensions take arrays only.
        var isUniform = sizes.All(size => size.Sizes.Common is not null) && (Dimensions < 3);
        var written = sizes.Take(count).Select(size => isUniform ? write(size.Sizes.Common!) : size.Sizes.ToArray(write));
        return Functional($"{Function}{Dimensions}d", [input, .. LeadingArguments, .. written, .. MoreArguments]);
    }

    /// <summary>The window of the arguments that all poolings have.</summary>
    protected static Window ReadWindow(ArgumentReader arguments, int dimensions)
    {
        var kernel = arguments.SizePerAxis("kernel", dimensions);
        var padding = arguments.SizePerAxis("Padding", dimensions, fallback: 0, minimum: 0);
        // libtorch refuses it: such a window could lie in the padding alone.
        for (var axis = 0; axis < dimensions && !arguments.HasFaults; axis++)
        {
            if (padding[axis].Constant > (kernel[axis] / 2).Constant)
                arguments.Refuse("Padding", $"at most half of the kernel ({kernel[axis] / 2})", padding[axis].Text);
        }
        return new(
            kernel,
            arguments.SizePerAxis("Stride", dimensions, kernel),
            padding,
            arguments.SizePerAxis("Dilation", dimensions),
            RoundsUp: arguments.Flag("CeilMode", false));
    }

    /// <summary>The same of sizes that hyper-parameters decide.</summary>
    private bool HasFittingPadding(LayerCheck check)
    {
        for (var axis = 0; axis < Dimensions; axis++)
        {
            var (half, padding) = (Window.Kernel[axis] / 2, Window.Padding[axis]);
            if (!check.Require(half, Relation.AtLeast, padding, () => check.At(
                Rules.InvalidArgument, "Padding", "Padding", check.Title, $"at most half of the kernel ({half})", padding.Text)))
            {
                return false;
            }
        }
        return true;
    }
}
