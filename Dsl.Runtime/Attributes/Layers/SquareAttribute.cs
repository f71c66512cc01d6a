namespace NeuralDsl;

/// <summary>x², elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Square]</code></example>
public sealed class SquareAttribute : LayerAttribute;
