namespace NeuralDsl;

/// <summary>What a <see cref="DataFinding"/> means for a training.</summary>
public enum DataSeverity
{
    /// <summary>The training works, but perhaps not as it is meant.</summary>
    Warning,

    /// <summary>The training fails or learns nothing.</summary>
    Error,
}
