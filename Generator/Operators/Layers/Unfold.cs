using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>The windows of an image as columns.</summary>
internal sealed record Unfold(Window Window) : FunctionLayer
{
    private const int Dimensions = 2;

    public static Unfold Read(ArgumentReader arguments) => new(ReadWindow(arguments));

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check) =>
        check.IsFloatingPoint() && check.HasLayout(Window.Layout(Dimensions)) && Window.Slide(check) is { } shape
            ? check.Input with { Shape = new([check.Shape.Axes[0], new Axis(shape[1] * Window.Kernel.Product), new Axis(shape[2] * shape[3])]) }
            : null;

    /// <summary>The windows' gradients are summed where they overlap.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var (shape, window) = (types.Input.Shape, string.Join(", ", WindowArguments(Window, code.Size)));
        code.Make($"{CSharp.Functional}.unfold({code.Input}, {window})");
        code.Backward(dy => code.Give(0, $"{CSharp.Functional}.fold({dy}, ({code.Size(shape[2])}, {code.Size(shape[3])}), {window})"));
    };

    public override string Call(LayerCode code) => Functional("unfold", [code.Inputs[0], .. WindowArguments(Window, code.Size)]);

    /// <summary>The window of both directions.</summary>
    public static Window ReadWindow(ArgumentReader arguments) => new(
        arguments.SizePerAxis("kernel", Dimensions),
        arguments.SizePerAxis("Stride", Dimensions),
        arguments.SizePerAxis("Padding", Dimensions, fallback: 0, minimum: 0),
        arguments.SizePerAxis("Dilation", Dimensions));

    /// <summary>The window in libtorch's order; the kernel is a tuple, and so are the others then.</summary>
    public static IEnumerable<string> WindowArguments(Window window, Func<Dim, string> size) =>
        new[] { window.Kernel, window.Dilation, window.Padding, window.Stride }.Select(sizes => sizes.ToTuple(size));
}
