using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Power average of each window: the root of the sum of powers.</summary>
/// <param name="NormType">The power.</param>
internal sealed record LPPool(int Dimensions, Window Window, Number NormType) : Pooling("lp_pool", Dimensions, Window)
{
    public static LPPool Read(ArgumentReader arguments, int dimensions) =>
        new(dimensions, ReadWindow(arguments, dimensions), arguments.Number("normType", 2, NumberRange.Positive));

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var y = code.Make(Called(code));
        code.Backward(dy => code.Give(
            0, $"{CSharp.Kernels}.LPPool{Dimensions}dBackward({dy}, {code.Input}, {y}, {NormType.Member}, {Each(code.Size, Window.Kernel, Window.Stride)}, {CSharp.Flag(Window.RoundsUp)})"));
    };

    protected override IEnumerable<string> LeadingArguments => [NormType.Member];

    protected override int SizesAfterStride => 0;
}
