namespace NeuralDsl.Operators.Layers;

/// <summary>max(0, x).</summary>
internal sealed record ReLU : Elementwise
{
    protected override string Call(string input) => Functional("relu", input);
}
