namespace NeuralDsl;

/// <summary>Binary cross-entropy of logits against a Float32 target of the same shape; the sigmoid is part of it.</summary>
public sealed class BCEWithLogitsLossAttribute : LossAttribute;
