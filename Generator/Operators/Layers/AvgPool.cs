using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Average of each window.</summary>
/// <param name="CountsPadding">Whether the zeros of the padding count as elements.</param>
/// <param name="Divisor">What sums are divided by instead of the number of elements; 0 for none.</param>
internal sealed record AvgPool(int Dimensions, Window Window, bool CountsPadding, long Divisor) : Pooling("avg_pool", Dimensions, Window)
{
    public static AvgPool Read(ArgumentReader arguments, int dimensions) => new(
        dimensions,
        ReadWindow(arguments, dimensions),
        arguments.Flag("CountIncludePad", true),
        arguments.Has("DivisorOverride") ? arguments.Integer("DivisorOverride", 1, minimum: 1) : 0);

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make(Called(code));
        code.Backward(dy => code.Give(
            0,
            $"{CSharp.Kernels}.AvgPool{Dimensions}dBackward({dy}, {code.Input}, {Each(code.Size, Window.Kernel, Window.Stride, Window.Padding)}, {CSharp.Flag(Window.RoundsUp)}, {CSharp.Flag(CountsPadding)}, {Divisor})"));
    };

    protected override int SizesAfterStride => 1;

    protected override IEnumerable<string> MoreArguments =>
    [
        .. base.MoreArguments,
        .. CSharp.Named("count_include_pad", CountsPadding, omitted: true),
        .. Divisor == 0 ? Array.Empty<string>() : [$"divisor_override: {CSharp.Number(Divisor)}"],
    ];
}
