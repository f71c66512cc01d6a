using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Normalization to mean 0 and variance 1 over the last axes.</summary>
internal sealed record LayerNorm(long Axes, Number Eps, bool Affine, bool Bias) : LastAxesNorm(Axes, Affine)
{
    public static LayerNorm Read(ArgumentReader arguments) => new(
        ReadAxes(arguments),
        arguments.Number("Eps", 1e-5, NumberRange.Positive),
        arguments.Flag("ElementwiseAffine", true),
        arguments.Flag("Bias", true));

    public override string ModuleType => "LayerNorm";

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) =>
        Affine && Bias ? [.. base.Parameters(input), new("bias", Sizes(input))] : base.Parameters(input);

    public override Action<GradientCode>? Gradient(LayerTypes types) =>  code =>
    {
        var saved = code.MakeWith($"{CSharp.Kernels}.LayerNorm({code.Module}, {code.Input})", "Mean", "Rstd");
        code.Backward(dy => code.GiveWithEffect(0, $"{CSharp.Kernels}.LayerNormBackward({code.Module}, {dy}, {code.Input}, {saved[0]}, {saved[1]})"));
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) =>
    [
        Write(input, size),
        .. Eps.Named("eps", 1e-5),
        .. CSharp.Named("elementwise_affine", Affine, omitted: true),
        .. CSharp.Named("bias", Bias, omitted: true),
    ];
}
