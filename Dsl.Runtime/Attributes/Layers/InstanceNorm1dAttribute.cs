namespace NeuralDsl;

/// <summary>Normalizes each channel to mean 0 and variance 1, of each example by itself over all axes after it.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, L]</c> → the same.</para>
/// <para>Parameters: with <c>Affine</c>, weight <c>[C]</c>, bias <c>[C]</c>; running_mean, running_var and num_batches_tracked are kept, not trained,
/// with <c>TrackRunningStats</c>.</para>
/// <para>Source: Ulyanov et al. 2016, "Instance Normalization"; <c>(x - mean) / √(var + eps)·weight + bias</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 L"), InstanceNorm1d]</code></example>
public sealed class InstanceNorm1dAttribute : InstanceNormAttribute;
