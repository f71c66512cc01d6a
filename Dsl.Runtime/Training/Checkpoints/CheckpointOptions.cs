namespace NeuralDsl;

/// <summary>Where <c>Fit</c> keeps the state of a training, and how often.</summary>
/// <param name="folder">
/// The folder; it is made where it is missing. A training that begins anew needs one without checkpoints, so that none is lost.
/// </param>
public sealed class CheckpointOptions(string folder)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>After how many epochs one is written; 0 for never. Default 1. There is always one at the end, and when the training is stopped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int EveryEpochs { get; init => field = NotNegative(value, nameof(EveryEpochs)); } = 1;

    /// <summary>After how many steps of an epoch one is written; 0, the default, for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int EverySteps { get; init => field = NotNegative(value, nameof(EverySteps)); }

    /// <summary>How many of the latest are kept; older ones are deleted; 0 for all. Default 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int KeepLast { get; init => field = NotNegative(value, nameof(KeepLast)); } = 3;

    /// <summary>
    /// Whether the weights of the epoch with the lowest loss, the validation's where there is one, are kept as <c>best.safetensors</c>: a file of
    /// weights alone, for <c>model.Load</c>. Default: yes.
    /// </summary>
    public bool KeepBest { get; init; } = true;

    private static int NotNegative(int value, string name) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least 0.");
}
