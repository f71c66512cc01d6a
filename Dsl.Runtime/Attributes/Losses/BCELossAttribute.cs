namespace NeuralDsl;

/// <summary>Binary cross-entropy of probabilities in [0, 1] against a Float32 target of the same shape.</summary>
/// <remarks>
/// <para>Shape: probabilities <c>[*]</c> against a target <c>[*]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 5"), Linear(1), Sigmoid, BCELoss]</code></example>
public sealed class BCELossAttribute : LossAttribute;
