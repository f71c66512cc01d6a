namespace NeuralDsl;

/// <summary>log(1/(1 + exp(-x))), elementwise, computed stably.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), LogSigmoid]</code></example>
public sealed class LogSigmoidAttribute : LayerAttribute;
