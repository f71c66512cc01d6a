using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Maximum of each window.</summary>
internal sealed record MaxPool(int Dimensions, Window Window) : Pooling("max_pool", Dimensions, Window)
{
    public static MaxPool Read(ArgumentReader arguments, int dimensions) => new(dimensions, ReadWindow(arguments, dimensions));

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        string Arguments() => $"{Each(code.Size, Window.Kernel, Window.Stride, Window.Padding, Window.Dilation)}, {CSharp.Flag(Window.RoundsUp)}";
        var indices = code.MakeWith($"{CSharp.Kernels}.MaxPool{Dimensions}d({code.Input}, {Arguments()})", "Indices")[0];
        code.Backward(dy => code.Give(0, $"{CSharp.Kernels}.MaxPool{Dimensions}dBackward({dy}, {code.Input}, {indices}, {Arguments()})"));
    };

    protected override int SizesAfterStride => 2;
}
