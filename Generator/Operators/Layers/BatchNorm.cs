using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Batch normalization over all axes but the channels.</summary>
internal sealed record BatchNorm(int Dimensions, Number Eps, Number Momentum, bool Affine) : ModuleLayer
{
    public static BatchNorm Read(ArgumentReader arguments, int dimensions) => new(
        dimensions,
        arguments.Number("Eps", 1e-5, NumberRange.Positive),
        arguments.Number("Momentum", 0.1, NumberRange.Probability),
        arguments.Flag("Affine", true));

    public override string ModuleType => $"BatchNorm{Dimensions}d";

    public override TensorType? Infer(LayerCheck check)
    {
        string[] layouts = Dimensions == 1 ? ["N C", "N C L"] : [Window.Layout(Dimensions)];
        return check.IsFloatingPoint() && check.HasLayout(layouts) && check.Features(1, "channels", declared: null) is not null ? check.Input : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) =>
        Affine ? [new("weight", [Channels(input)]), new("bias", [Channels(input)])] : [];

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) =>
        [size(Channels(input)), .. Eps.Named("eps", 1e-5), .. Momentum.Named("momentum", 0.1), .. CSharp.Named("affine", Affine, omitted: true)];

    private static Dim Channels(TensorType input) => input.Shape[1];
}
