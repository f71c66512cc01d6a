namespace NeuralDsl;

/// <summary>Batch normalization of <c>[N, C]</c> or <c>[N, C, L]</c> over all axes but C; <c>2·C</c> parameters.</summary>
public sealed class BatchNorm1dAttribute : BatchNormAttribute;
