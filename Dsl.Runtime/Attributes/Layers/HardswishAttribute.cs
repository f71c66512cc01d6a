namespace NeuralDsl;

/// <summary>x·min(max(0, x/6 + 1/2), 1), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Howard et al. 2019, "Searching for MobileNetV3".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Hardswish]</code></example>
public sealed class HardswishAttribute : LayerAttribute;
