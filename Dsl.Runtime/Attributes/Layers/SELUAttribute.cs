namespace NeuralDsl;

/// <summary>1.0507·x where x is positive, else 1.7581·(exp(x) - 1), elementwise, which keeps mean 0 and variance 1 from layer to layer.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Klambauer et al. 2017, "Self-Normalizing Neural Networks".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), SELU]</code></example>
public sealed class SELUAttribute : LayerAttribute;
