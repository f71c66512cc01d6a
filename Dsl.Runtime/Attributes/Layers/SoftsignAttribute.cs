namespace NeuralDsl;

/// <summary>x/(1 + |x|), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Softsign]</code></example>
public sealed class SoftsignAttribute : LayerAttribute;
