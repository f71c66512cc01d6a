using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Divides each element by a power of what its neighbours in other channels sum to.</summary>
internal sealed record LocalResponseNorm(Dim Size, Number Alpha, Number Beta, Number K) : FunctionLayer
{
    public static LocalResponseNorm Read(ArgumentReader arguments) => new(
        arguments.Size("size"),
        arguments.Number("Alpha", 1e-4, NumberRange.Any),
        arguments.Number("Beta", 0.75, NumberRange.Any),
        arguments.Number("K", 1, NumberRange.Any));

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check) => check.IsFloatingPoint() && check.HasLayout("N C L", "N C H W", "N C D H W") ? check.Input : null;

    public override string Call(LayerCode code) => Functional("local_response_norm", code.Inputs[0], code.Size(Size), Alpha.Text, Beta.Text, K.Text);
}
