using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Maximum or average of each window of <c>[N, C, L]</c> or <c>[N, C, H, W]</c>.</summary>
internal sealed record Pooling(string Function, int Dimensions, Window Window) : UnaryLayer
{
    public static Pooling Read(ArgumentReader arguments, string function, int dimensions)
    {
        var kernel = arguments.Size("kernel");
        var padding = arguments.Integer("Padding", 0, minimum: 0);
        // libtorch refuses it: such a window could lie in the padding alone.
        if (!arguments.HasFaults && padding > kernel / 2)
            arguments.Refuse("Padding", $"at most half of the kernel ({kernel / 2})", CSharp.Number(padding));
        return new(function, dimensions, new(kernel, arguments.Size("Stride", kernel), padding, Dilation: 1));
    }

    public override TensorType? Infer(LayerCheck check) =>
        check.IsFloatingPoint() && check.HasLayout(Window.Layout(Dimensions)) && Window.Slide(check) is { } shape ? check.Input with { Shape = shape } : null;

    protected override string Call(string input) => Window switch
    {
        { Padding: 0 } when Window.Stride == Window.Kernel => Functional(Name, input, CSharp.Number(Window.Kernel)),
        { Padding: 0 } => Functional(Name, input, CSharp.Number(Window.Kernel), CSharp.Number(Window.Stride)),
        _ => Functional(Name, input, CSharp.Number(Window.Kernel), CSharp.Number(Window.Stride), CSharp.Number(Window.Padding)),
    };

    private string Name => $"{Function}_pool{Dimensions}d";
}
