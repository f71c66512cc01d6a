namespace NeuralDsl;

/// <summary>Natural logarithm, elementwise; minus infinity of 0, no number below.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Log]</code></example>
public sealed class LogAttribute : LayerAttribute;
