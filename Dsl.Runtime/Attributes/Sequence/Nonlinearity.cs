namespace NeuralDsl;

/// <summary>The function of a plain recurrent layer.</summary>
public enum Nonlinearity
{
    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(0, x).</summary>
    ReLU,
}
