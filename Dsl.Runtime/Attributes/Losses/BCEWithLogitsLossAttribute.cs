namespace NeuralDsl;

/// <summary>Binary cross-entropy of logits against a Float32 target of the same shape; the sigmoid is part of it.</summary>
/// <remarks>
/// <para>Shape: logits <c>[*]</c> against a target <c>[*]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 5"), Linear(1), BCEWithLogitsLoss]</code></example>
public sealed class BCEWithLogitsLossAttribute : LossAttribute;
