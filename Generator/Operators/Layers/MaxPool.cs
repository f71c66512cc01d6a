using NeuralDsl.Differentiation;

namespace NeuralDsl.Operators.Layers;

/// <summary>Maximum of each window.</summary>
internal sealed record MaxPool(int Dimensions, Window Window) : Pooling("max_pool", Dimensions, Window)
{
    public static MaxPool Read(ArgumentReader arguments, int dimensions) => new(dimensions, ReadWindow(arguments, dimensions));

    public override Action<GradientCode>? Gradient(LayerTypes types) => Dimensions != 2 ? null : code =>
    {
        string Arguments() => $"{string.Join(", ", new[] { Window.Kernel, Window.Stride, Window.Padding, Window.Dilation }.Select(sizes => sizes.ToTuple(code.Size)))}, {CSharp.Flag(Window.RoundsUp)}";
        var indices = code.MakeWith($"{CSharp.Kernels}.MaxPool2d({code.Input}, {Arguments()})", "Indices")[0];
        code.Backward(dy => code.Give(0, $"{CSharp.Kernels}.MaxPool2dBackward({dy}, {code.Input}, {indices}, {Arguments()})"));
    };

    protected override int SizesAfterStride => 2;
}
