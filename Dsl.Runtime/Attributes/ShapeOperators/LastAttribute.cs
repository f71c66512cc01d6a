namespace NeuralDsl;

/// <summary>The last step of a sequence: <c>[N, T, *]</c> to <c>[N, *]</c>.</summary>
public sealed class LastAttribute : LayerAttribute;
