namespace NeuralDsl;

/// <summary>exp(x), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Exp]</code></example>
public sealed class ExpAttribute : LayerAttribute;
