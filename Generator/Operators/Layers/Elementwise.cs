using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A function of each element of a floating-point tensor, which keeps dtype and shape.</summary>
internal abstract record Elementwise : UnaryLayer
{
    public sealed override TensorType? Infer(LayerCheck check) => check.IsFloatingPoint() ? check.Input : null;
}
