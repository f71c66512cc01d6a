namespace NeuralDsl;

/// <summary>How the normal distribution of <see cref="GELUAttribute"/> is computed.</summary>
public enum Approximation
{
    /// <summary>Exactly.</summary>
    None,

    /// <summary>With a tanh, as GPT-2 and BERT's first implementation do.</summary>
    Tanh,
}
