namespace NeuralDsl;

/// <summary>x·sigmoid(x), elementwise; also called swish.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Elfwing et al. 2017, "Sigmoid-Weighted Linear Units".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), SiLU]</code></example>
public sealed class SiLUAttribute : LayerAttribute;
