namespace NeuralDsl;

/// <summary>Adds fixed waves to a sequence, so that each position differs.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, d]</c> → the same; d is even. The sine of <c>t·base^(-2i/d)</c> is added on axis 2i, its cosine on axis 2i + 1.</para>
/// <para>Source: Vaswani et al. 2017, "Attention Is All You Need", section 3.5. It has no state.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 16"), SinusoidalPositionEncoding]</code></example>
public sealed class SinusoidalPositionEncodingAttribute : LayerAttribute
{
    /// <summary>The base of the wave lengths, which go from 2π to 2π·base; above 0; default 10000.</summary>
    public object Base { get; set; } = 10000.0;
}
