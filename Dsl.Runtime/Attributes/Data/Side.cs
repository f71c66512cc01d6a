namespace NeuralDsl;

/// <summary>An end of a sequence.</summary>
public enum Side
{
    /// <summary>Its beginning.</summary>
    Pre,

    /// <summary>Its end.</summary>
    Post,
}
