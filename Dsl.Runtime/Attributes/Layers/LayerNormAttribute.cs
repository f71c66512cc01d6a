namespace NeuralDsl;

/// <summary>Normalizes each example to mean 0 and variance 1 over the last axes.</summary>
/// <remarks>
/// <para>Shape: <c>[…, features]</c> → the same.</para>
/// <para>Parameters: weight <c>[features]</c>, bias <c>[features]</c>, of the sizes of the last <c>Axes</c> axes.</para>
/// <para>Source: Ba, Kiros and Hinton 2016, "Layer Normalization"; <c>(x - mean) / √(var + eps)·weight + bias</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), LayerNorm]</code></example>
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>How many of the last axes it normalizes over; at least 1; default 1.</summary>
    public int Axes { get; set; } = 1;

    /// <summary>Added to the variance; positive: a number, or the name of a hyper-parameter; default 1e-5.</summary>
    public object Eps { get; set; } = 1e-5;

    /// <summary>Whether there is a learned scale, and with <see cref="Bias"/> a shift; default true.</summary>
    public bool ElementwiseAffine { get; set; } = true;

    /// <summary>Whether there is a learned shift; default true.</summary>
    public bool Bias { get; set; } = true;
}
