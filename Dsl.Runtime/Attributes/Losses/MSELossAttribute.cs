namespace NeuralDsl;

/// <summary>Squared difference.</summary>
/// <remarks>
/// <para>Shape: any; target of the prediction's dtype and shape.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss]</code></example>
public sealed class MSELossAttribute : ElementwiseLossAttribute;
