namespace NeuralDsl;

/// <summary>How far two vectors are from each other.</summary>
public enum Distance
{
    /// <summary>The norm of their difference.</summary>
    Norm,

    /// <summary>1 minus the cosine of the angle between them.</summary>
    Cosine,
}
