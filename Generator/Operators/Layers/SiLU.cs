namespace NeuralDsl.Operators.Layers;

/// <summary>x·sigmoid(x).</summary>
internal sealed record SiLU : Elementwise
{
    protected override string? Range => "above -0.28";

    protected override string Call(string input) => Functional("silu", input);
}
