namespace NeuralDsl;

/// <summary>A file of weights or a checkpoint cannot be used: it is truncated, corrupt, no such file, or of another model or training.</summary>
public sealed class CheckpointException : Exception
{
    internal CheckpointException(string path, string problem, string advice, Exception? cause = null) : base($"{path}: {problem} {advice}", cause) => Path = path;

    /// <summary>The file or folder.</summary>
    public string Path { get; }
}
