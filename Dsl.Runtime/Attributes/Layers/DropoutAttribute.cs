namespace NeuralDsl;

/// <summary>While training, zeroes each element with probability p and scales the others by 1/(1 - p); else the identity.</summary>
/// <param name="p">Probability of an element to be zeroed, in [0, 1]; default 0.5.</param>
public sealed class DropoutAttribute(double p = 0.5) : LayerAttribute
{
    /// <summary>Probability of an element to be zeroed.</summary>
    public double P { get; } = p;
}
