namespace NeuralDsl.Operators.Layers;

/// <summary>1/(1 + exp(-x)).</summary>
internal sealed record Sigmoid : Elementwise
{
    protected override string Call(string input) => Functional("sigmoid", input);
}
