namespace NeuralDsl.Operators.Layers;

/// <summary>Hyperbolic tangent.</summary>
internal sealed record Tanh : Elementwise
{
    protected override string Call(string input) => Functional("tanh", input);
}
