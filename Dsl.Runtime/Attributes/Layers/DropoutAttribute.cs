namespace NeuralDsl;

/// <summary>While training, zeroes each element with probability p and scales the others by 1/(1 - p); else the identity.</summary>
public sealed class DropoutAttribute : LayerAttribute
{
    /// <param name="p">Probability of an element to be zeroed, in [0, 1]; default 0.5.</param>
    public DropoutAttribute(double p = 0.5) => P = p;

    /// <param name="p">The name of a hyper-parameter that holds the probability.</param>
    public DropoutAttribute(string p) => P = p;

    /// <summary>Probability of an element to be zeroed: a number, or the name of a hyper-parameter.</summary>
    public object P { get; }
}
