namespace NeuralDsl.Operators.Layers;

/// <summary>x·Φ(x), the exact form.</summary>
internal sealed record GELU : Elementwise
{
    protected override string? Range => "above -0.17";

    protected override string Call(string input) => Functional("gelu", input);
}
