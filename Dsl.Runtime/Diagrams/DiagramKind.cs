namespace NeuralDsl;

/// <summary>What a <see cref="DiagramBox"/> is.</summary>
internal enum DiagramKind
{
    /// <summary>What the model takes.</summary>
    Input,

    /// <summary>A learned tensor of its own.</summary>
    Parameter,

    /// <summary>A layer or a block.</summary>
    Layer,

    /// <summary>A layer whose value the model returns.</summary>
    Output,
}
