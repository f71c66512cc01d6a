namespace NeuralDsl;

/// <summary>Binary cross-entropy of probabilities in [0, 1] against a Float32 target of the same shape.</summary>
public sealed class BCELossAttribute : LossAttribute;
