namespace NeuralDsl;

/// <summary>x·tanh(log(1 + exp(x))), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Misra 2019, "Mish: A Self Regularized Non-Monotonic Activation Function".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Mish]</code></example>
public sealed class MishAttribute : LayerAttribute;
