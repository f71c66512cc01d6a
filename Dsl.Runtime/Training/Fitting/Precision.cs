namespace NeuralDsl;

/// <summary>The dtype in which a training step computes.</summary>
public enum Precision
{
    /// <summary>That of the weights.</summary>
    Full,

    /// <summary>BFloat16 for forward and backward; the weights that the optimizer changes stay as they are.</summary>
    BFloat16,
}
