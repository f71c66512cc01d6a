namespace NeuralDsl;

/// <summary>The function between the two linear layers of a transformer layer.</summary>
public enum Activation
{
    /// <summary>max(0, x).</summary>
    ReLU,

    /// <summary>x·Φ(x), the exact form.</summary>
    GELU,
}
