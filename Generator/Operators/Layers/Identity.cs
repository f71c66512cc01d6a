using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>What it takes, unchanged.</summary>
internal sealed record Identity : UnaryLayer
{
    public override TensorType? Infer(LayerCheck check) => check.Input;

    protected override string Call(string input) => $"{input}.alias()";
}
