namespace NeuralDsl;

/// <summary>Normalizes each channel to mean 0 and variance 1, over the batch and all axes after it.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → the same.</para>
/// <para>Parameters: weight <c>[C]</c>, bias <c>[C]</c>; running_mean, running_var and num_batches_tracked are kept, not trained.</para>
/// <para>Source: Ioffe and Szegedy 2015, "Batch Normalization"; <c>(x - mean) / √(var + eps)·weight + bias</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 H W"), BatchNorm2d]</code></example>
public sealed class BatchNorm2dAttribute : BatchNormAttribute;
