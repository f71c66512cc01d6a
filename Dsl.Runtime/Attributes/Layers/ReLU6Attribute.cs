namespace NeuralDsl;

/// <summary>min(max(0, x), 6), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Howard et al. 2017, "MobileNets".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), ReLU6]</code></example>
public sealed class ReLU6Attribute : LayerAttribute;
