using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>How <c>Fit</c> trains.</summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public sealed record FitOptions<TBatch> where TBatch : struct, IBatch<TBatch>
{
    /// <summary>How often every row is seen. Default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Epochs { get; init => field = AtLeastOne(value, nameof(Epochs)); } = 10;

    /// <summary>Rows in a batch. Default 32. The last batch of an epoch has what is left; a single row joins the batch before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int BatchSize { get; init => field = AtLeastOne(value, nameof(BatchSize)); } = 32;

    /// <summary>Rows that the model is evaluated on after every epoch. Default: none.</summary>
    public DataSet<TBatch>? Validation { get; init; }

    /// <summary>
    /// Decides the order of the rows in every epoch. Default 0. Weights and dropout draw from the engine's random state:
    /// <c>torch.manual_seed</c> before the model is made.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>The optimizer, which stays the caller's to dispose. Default: the declared one, made anew for this call.</summary>
    public optim.Optimizer? Optimizer { get; init; }

    /// <summary>Who hears how it goes. Default: <see cref="FitProgress.Auto"/>.</summary>
    public FitProgress Progress { get; init; } = FitProgress.Auto;

    /// <summary>Stops the training between two batches with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least 1.");
}
