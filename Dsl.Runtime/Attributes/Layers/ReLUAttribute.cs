namespace NeuralDsl;

/// <summary>max(0, x), elementwise.</summary>
public sealed class ReLUAttribute : LayerAttribute;
