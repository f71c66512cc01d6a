namespace NeuralDsl;

/// <summary>Absolute difference.</summary>
/// <remarks>
/// <para>Shape: any; target of the prediction's dtype and shape.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), L1Loss]</code></example>
public sealed class L1LossAttribute : ElementwiseLossAttribute;
