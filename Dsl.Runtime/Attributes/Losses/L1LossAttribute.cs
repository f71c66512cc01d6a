namespace NeuralDsl;

/// <summary>Absolute difference of a prediction and a Float32 target of the same shape.</summary>
public sealed class L1LossAttribute : LossAttribute;
