namespace NeuralDsl;

/// <summary>Batch normalization of <c>[N, C, H, W]</c> over all axes but C; <c>2·C</c> parameters.</summary>
public sealed class BatchNorm2dAttribute : BatchNormAttribute;
