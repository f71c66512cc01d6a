namespace NeuralDsl;

/// <summary>How a model computes the gradients of its parameters.</summary>
public enum GradientMode
{
    /// <summary>By generated code, and by autograd over the operators that have no gradient of their own.</summary>
    Automatic,

    /// <summary>By generated code alone: an operator that has no gradient of its own is an error.</summary>
    Generated,

    /// <summary>By autograd alone.</summary>
    Autograd,
}
