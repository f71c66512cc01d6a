namespace NeuralDsl;

/// <summary>Hyperbolic tangent, elementwise.</summary>
public sealed class TanhAttribute : LayerAttribute;
