namespace NeuralDsl;

/// <summary>What follows a weight, and so by how much it must be larger for the variance to be kept.</summary>
public enum InitNonlinearity
{
    /// <summary>Leaky ReLU with <c>Slope</c>: a gain of √(2 / (1 + slope²)).</summary>
    LeakyReLU,

    /// <summary>ReLU: a gain of √2.</summary>
    ReLU,

    /// <summary>Tanh: a gain of 5/3.</summary>
    Tanh,

    /// <summary>Sigmoid: a gain of 1.</summary>
    Sigmoid,

    /// <summary>None: a gain of 1.</summary>
    Linear,
}
