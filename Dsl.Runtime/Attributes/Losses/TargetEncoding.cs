namespace NeuralDsl;

/// <summary>How a target names classes.</summary>
public enum TargetEncoding
{
    /// <summary>One class a prediction, by its index: Int64, without the class axis.</summary>
    ClassIndex,

    /// <summary>A probability for each class, which add up to 1; one-hot is 1 for one of them. The prediction's dtype and shape.</summary>
    Probabilities,

    /// <summary>Each class by itself 0 or 1. The prediction's dtype and shape.</summary>
    MultiLabel,
}
