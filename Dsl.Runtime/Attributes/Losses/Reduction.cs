namespace NeuralDsl;

/// <summary>How many numbers become one.</summary>
public enum Reduction
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The largest; for <c>[Reduce]</c> only.</summary>
    Max,

    /// <summary>The smallest; for <c>[Reduce]</c> only.</summary>
    Min,

    /// <summary>Their sum, divided by the number of rows; for losses only.</summary>
    BatchMean,
}
