using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A function of each element of a floating-point tensor, which keeps dtype and shape.</summary>
internal abstract record Elementwise : UnaryLayer
{
    /// <summary>Where the values are, as messages say it; null for anywhere.</summary>
    protected virtual string? Range => null;

    public override Encoding? Encode(LayerTypes types, int output) => Range is { } range ? Encoding.Bounded(range) : null;

    public sealed override TensorType? Infer(LayerCheck check) => check.IsFloatingPoint() ? check.Input : null;
}
