using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>What it takes, unchanged.</summary>
internal sealed record Identity : UnaryLayer
{
    public override TensorType? Infer(LayerCheck check) => check.Input;

    public override Encoding? Encode(LayerTypes types, int output) => types.Input.Encoding;

    /// <summary>None: it gives a view of its input.</summary>
    public override Dim Activations(LayerTypes types) => 0;

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Called(code));
        code.Backward(dy => code.Give(0, dy));
    };

    protected override string Call(string input) => $"{input}.alias()";
}
