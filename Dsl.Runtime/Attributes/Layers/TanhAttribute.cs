namespace NeuralDsl;

/// <summary>Hyperbolic tangent, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Tanh]</code></example>
public sealed class TanhAttribute : LayerAttribute;
