namespace NeuralDsl;

/// <summary>x·sigmoid(x), elementwise; also called swish.</summary>
public sealed class SiLUAttribute : LayerAttribute;
