using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Normalization to a mean square of 1 over the last axes.</summary>
/// <param name="Eps">Added to the mean square; null for the smallest step of the input's dtype at 1.</param>
internal sealed record RMSNorm(long Axes, Number? Eps, bool Affine) : LastAxesNorm(Axes, Affine)
{
    public static RMSNorm Read(ArgumentReader arguments) => new(
        ReadAxes(arguments),
        arguments.Has("Eps") ? arguments.Number("Eps", 1e-5, NumberRange.NotNegative) : null,
        arguments.Flag("ElementwiseAffine", true));

    public override string ModuleType => "RMSNorm";

    public override string PropertyType => $"{OwnModules}{ModuleType}";

    protected override string Make(LayerTypes types, Func<Dim, string> size) => Make($"new {PropertyType}", types, size);

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var rstd = code.MakeWith($"{CSharp.Kernels}.RMSNorm({code.Module}, {code.Input})", "Rstd")[0];
        code.Backward(dy => code.GiveWithEffect(0, $"{CSharp.Kernels}.RMSNormBackward({code.Module}, {dy}, {code.Input}, {rstd})"));
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) =>
    [
        new AxisSizes(Sizes(input)).ToArray(size),
        .. Eps is null ? Array.Empty<string>() : [$"eps: {Eps.Text}"],
        .. CSharp.Named("elementwiseAffine", Affine, omitted: true),
    ];
}
