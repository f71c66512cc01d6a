namespace NeuralDsl;

/// <summary>The names in a checkpoint: weights have their own, so that it is a file of weights too; the state of the training stands behind a prefix.</summary>
internal static class Checkpoint
{
    /// <summary>The text with the <see cref="TrainingState"/>.</summary>
    public const string State = "neuraldsl.training";

    /// <summary>The engine's random state.</summary>
    public const string Random = Prefix + "random";

    /// <summary>What the optimizer remembers.</summary>
    public const string Optimizer = Prefix + "optimizer/";

    /// <summary>The average of the weights.</summary>
    public const string Average = Prefix + "average/";

    /// <summary>The weights of the best epoch.</summary>
    public const string Best = Prefix + "best/";

    private const string Prefix = "training/";

    /// <summary>Whether a tensor is of the state of a training and not a weight.</summary>
    public static bool IsState(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
