namespace NeuralDsl;

/// <summary>√x, elementwise; no number below 0.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Sqrt]</code></example>
public sealed class SqrtAttribute : LayerAttribute;
