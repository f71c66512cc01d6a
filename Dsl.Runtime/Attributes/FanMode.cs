namespace NeuralDsl;

/// <summary>Which pass is to keep its variance.</summary>
public enum FanMode
{
    /// <summary>The forward pass: the variance is divided by the number of inputs of a unit.</summary>
    In,

    /// <summary>The backward pass: the variance is divided by the number of outputs.</summary>
    Out,
}
