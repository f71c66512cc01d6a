namespace NeuralDsl;

/// <summary>max(0, x), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), ReLU]</code></example>
public sealed class ReLUAttribute : LayerAttribute;
