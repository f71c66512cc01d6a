namespace NeuralDsl;

/// <summary>How the cycles of a cyclic learning rate change.</summary>
public enum CyclicMode
{
    /// <summary>They do not.</summary>
    Triangular,

    /// <summary>Each is half as high as the one before.</summary>
    Triangular2,

    /// <summary>Their height is multiplied by <c>Gamma</c> in every step.</summary>
    ExpRange,
}
