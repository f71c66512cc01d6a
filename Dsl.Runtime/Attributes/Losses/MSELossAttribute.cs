namespace NeuralDsl;

/// <summary>Squared difference of a prediction and a Float32 target of the same shape.</summary>
/// <remarks>
/// <para>Shape: <c>[*]</c> against a target <c>[*]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 5"), Linear(1), MSELoss]</code></example>
public sealed class MSELossAttribute : LossAttribute;
