namespace NeuralDsl;

/// <summary>x - tanh(x), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Tanhshrink]</code></example>
public sealed class TanhshrinkAttribute : LayerAttribute;
