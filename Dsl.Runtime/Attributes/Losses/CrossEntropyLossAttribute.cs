namespace NeuralDsl;

/// <summary>
/// Cross-entropy of logits against class indices. Predictions <c>[N, C]</c>, <c>[N, T, V]</c> (classes last) or, where axis 1 is
/// named C, <c>[N, C, H, W]</c>; the target is Int64 of that shape without the class axis. Give it logits: it applies log-softmax.
/// </summary>
/// <remarks>
/// <para>Shape: logits <c>[N, *, C]</c> against an Int64 target <c>[N, *]</c>; with axis 1 named C, logits <c>[N, C, *]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 5"), Linear(3), CrossEntropyLoss]</code></example>
public sealed class CrossEntropyLossAttribute : LossAttribute;
