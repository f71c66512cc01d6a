using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>What it takes, unchanged, without a derivative.</summary>
internal sealed record Detach : UnaryLayer
{
    public override TensorType? Infer(LayerCheck check) => check.Input;

    public override Encoding? Encode(LayerTypes types, int output) => types.Input.Encoding;

    /// <summary>None: it gives a view of its input.</summary>
    public override Dim Activations(LayerTypes types) => 0;

    protected override string Call(string input) => $"{input}.detach()";
}
