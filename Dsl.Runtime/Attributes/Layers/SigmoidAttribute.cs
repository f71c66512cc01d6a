namespace NeuralDsl;

/// <summary>1/(1 + exp(-x)), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Sigmoid]</code></example>
public sealed class SigmoidAttribute : LayerAttribute;
