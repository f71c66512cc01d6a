using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Maximum or average of each window of <c>[N, C, L]</c> or <c>[N, C, H, W]</c>.</summary>
internal sealed record Pooling(string Function, int Dimensions, Window Window) : FunctionLayer
{
    public static Pooling Read(ArgumentReader arguments, string function, int dimensions)
    {
        var kernel = arguments.Size("kernel");
        var padding = arguments.Size("Padding", 0, minimum: 0);
        // libtorch refuses it: such a window could lie in the padding alone.
        if (!arguments.HasFaults && padding.Constant > (kernel / 2).Constant)
            arguments.Refuse("Padding", $"at most half of the kernel ({kernel / 2})", padding.Text);
        return new(function, dimensions, new(kernel, arguments.Size("Stride", kernel), padding, Dilation: 1));
    }

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check) =>
        check.IsFloatingPoint() && check.HasLayout(Window.Layout(Dimensions)) && HasFittingPadding(check) && Window.Slide(check) is { } shape
            ? check.Input with { Shape = shape }
            : null;

    public override string Call(LayerCode code)
    {
        List<string> arguments = [code.Inputs[0], code.Size(Window.Kernel)];
        var hasPadding = Window.Padding.Constant != 0;
        if (hasPadding || !Window.Stride.Equals(Window.Kernel))
            arguments.Add(code.Size(Window.Stride));
        if (hasPadding)
            arguments.Add(code.Size(Window.Padding));
        return Functional(Name, [.. arguments]);
    }

    /// <summary>The same of sizes that hyper-parameters decide.</summary>
    private bool HasFittingPadding(LayerCheck check) => check.Require(Window.Kernel / 2, Relation.AtLeast, Window.Padding, () => check.At(
        Rules.InvalidArgument, "Padding", "Padding", check.Title, $"at most half of the kernel ({Window.Kernel / 2})", Window.Padding.Text));

    private string Name => $"{Function}_pool{Dimensions}d";
}
