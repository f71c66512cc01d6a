namespace NeuralDsl.Operators.Layers;

/// <summary>Hyperbolic tangent.</summary>
internal sealed record Tanh : Elementwise
{
    protected override string? Range => "between -1 and 1";

    protected override string Call(string input) => Functional("tanh", input);
}
