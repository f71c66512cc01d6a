namespace NeuralDsl;

/// <summary>|x|, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Abs]</code></example>
public sealed class AbsAttribute : LayerAttribute;
