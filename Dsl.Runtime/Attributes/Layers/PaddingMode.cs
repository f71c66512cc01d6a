namespace NeuralDsl;

/// <summary>What stands in the padding of a convolution.</summary>
public enum PaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The elements beside the edge, mirrored at it.</summary>
    Reflect,

    /// <summary>The element at the edge.</summary>
    Replicate,

    /// <summary>The elements of the other side.</summary>
    Circular,
}
