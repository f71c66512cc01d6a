using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>1/(1 + exp(-x)).</summary>
internal sealed record Sigmoid : Elementwise
{
    public override Encoding? Encode(LayerTypes types, int output) => Encoding.Probability;

    protected override string Call(string input) => Functional("sigmoid", input);
}
