namespace NeuralDsl;

/// <summary>The dtype in which a training step computes.</summary>
public enum Precision
{
    /// <summary>That of the weights.</summary>
    Full,

    /// <summary>
    /// BFloat16 for forward and backward: 8 bits of digits in the range of Float32. A twin of the model computes on the rounded weights; the weights themselves,
    /// their gradients, the optimizer, losses and running statistics stay in the weights' own type, and so do evaluations and checkpoints.
    /// Processors with BFloat16 arithmetic are faster in it; others are slower.
    /// </summary>
    BFloat16,
}
