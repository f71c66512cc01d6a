namespace NeuralDsl;

/// <summary>
/// Cross-entropy of logits against class indices. Predictions <c>[N, C]</c>, <c>[N, T, V]</c> (classes last) or, where axis 1 is
/// named C, <c>[N, C, H, W]</c>; the target is Int64 of that shape without the class axis. Give it logits: it applies log-softmax.
/// </summary>
public sealed class CrossEntropyLossAttribute : LossAttribute;
