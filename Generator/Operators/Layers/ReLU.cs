namespace NeuralDsl.Operators.Layers;

/// <summary>max(0, x).</summary>
internal sealed record ReLU : Elementwise
{
    protected override string? Range => "at 0 or above";

    protected override string Call(string input) => Functional("relu", input);
}
