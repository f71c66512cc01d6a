namespace NeuralDsl;

/// <summary>The names of a checkpoint's tensors: weights have their own, the state of the training stands behind a prefix.</summary>
internal static class Checkpoint
{
    private const string Prefix = "training/";

    /// <summary>Whether a tensor is of the state of a training and not a weight.</summary>
    public static bool IsState(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
