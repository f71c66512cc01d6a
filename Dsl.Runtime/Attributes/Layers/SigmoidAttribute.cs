namespace NeuralDsl;

/// <summary>1/(1 + exp(-x)), elementwise.</summary>
public sealed class SigmoidAttribute : LayerAttribute;
