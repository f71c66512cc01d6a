namespace NeuralDsl;

/// <summary>How a learned tensor begins.</summary>
public enum Init
{
    /// <summary>All zeros.</summary>
    Zeros,

    /// <summary>All ones.</summary>
    Ones,

    /// <summary>Normally distributed around 0.</summary>
    Normal,
}
