using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Batch normalization over all axes but the channels.</summary>
internal sealed record BatchNorm(int Dimensions, double Eps, double Momentum, bool Affine) : ModuleLayer
{
    public static BatchNorm Read(ArgumentReader arguments, int dimensions) => new(
        dimensions,
        arguments.Number("Eps", 1e-5, minimumExcluded: true),
        arguments.Number("Momentum", 0.1, maximum: 1),
        arguments.Flag("Affine", true));

    public override string ModuleType => $"BatchNorm{Dimensions}d";

    public override TensorType? Infer(LayerCheck check)
    {
        string[] layouts = Dimensions == 1 ? ["N C", "N C L"] : [Window.Layout(Dimensions)];
        return check.IsFloatingPoint() && check.HasLayout(layouts) && check.Features(1, "channels", declared: null) is not null ? check.Input : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) =>
        Affine ? [new("weight", [Channels(input)]), new("bias", [Channels(input)])] : [];

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size)
    {
        yield return size(Channels(input));
        if (Eps != 1e-5)
            yield return $"eps: {CSharp.Number(Eps)}";
        if (Momentum != 0.1)
            yield return $"momentum: {CSharp.Number(Momentum)}";
        if (!Affine)
            yield return "affine: false";
    }

    private static Dim Channels(TensorType input) => input.Shape[1];
}
