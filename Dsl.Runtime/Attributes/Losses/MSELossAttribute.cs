namespace NeuralDsl;

/// <summary>Squared difference of a prediction and a Float32 target of the same shape.</summary>
public sealed class MSELossAttribute : LossAttribute;
