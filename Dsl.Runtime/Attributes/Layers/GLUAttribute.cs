namespace NeuralDsl;

/// <summary>The first half of an axis times the sigmoid of the second half.</summary>
/// <param name="axis">The axis; negative counts from the last; default -1.</param>
/// <remarks>
/// <para>Shape: <c>[…, 2·n, …]</c> → <c>[…, n, …]</c>.</para>
/// <para>Source: Dauphin et al. 2016, "Language Modeling with Gated Convolutional Networks".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), GLU]</code></example>
public sealed class GLUAttribute(int axis = -1) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;
}
