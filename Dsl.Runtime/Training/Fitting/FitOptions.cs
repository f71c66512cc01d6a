using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>How <c>Fit</c> trains. What is null is what the model's <c>[Training]</c> declares.</summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public sealed record FitOptions<TBatch> where TBatch : struct, IBatch<TBatch>
{
    /// <summary>How often every row is seen. Default: the model's, 10 where it declares none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Epochs { get; init => field = AtLeast(1, value); }

    /// <summary>
    /// Rows in a batch. Default: the model's, 32 where it declares none. The last batch of an epoch has what is left; a single row joins the batch
    /// before it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? BatchSize { get; init => field = AtLeast(1, value); }

    /// <summary>
    /// Batches whose gradients are averaged, by their rows, for one step: what a batch of all their rows would give, in the memory of one. Batch
    /// normalization sees each batch by itself. Default: the model's, 1 where it declares none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Accumulation { get; init => field = AtLeast(1, value); }

    /// <summary>Rows that the model is evaluated on after every epoch. Default: none.</summary>
    public IBatchSource<TBatch>? Validation { get; init; }

    /// <summary>
    /// How many epochs in a row without a better loss end the training; 0 for never. The loss is the validation's, or the training's where there is
    /// no validation set; the model ends with the weights of the best epoch. Default: the model's, 0 where it declares none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? Patience { get; init => field = AtLeast(0, value); }

    /// <summary>By how much a loss must be lower than the best one to be better. Default 0.</summary>
    public double MinDelta { get; init; }

    /// <summary>
    /// The decay of an exponential moving average of the weights, below 1; 0 for none. After every step the average becomes
    /// <c>decay * average + (1 - decay) * weight</c>, as in PyTorch's <c>AveragedModel</c>, and begins with the weights of the first step. Evaluations
    /// see the average, and the model ends with it. Default: the model's, 0 where it declares none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in [0, 1).</exception>
    public double? EmaDecay
    {
        get;
        init => field = value is null or (>= 0 and < 1) ? value : throw new ArgumentOutOfRangeException(nameof(EmaDecay), value, "EmaDecay is at least 0 and below 1.");
    }

    /// <summary>
    /// The dtype in which forward and backward compute. Default: the model's, that of the weights where it declares none. <c>Fit</c> throws a
    /// <see cref="NotSupportedException"/> where the engine lacks one of the model's operators in it, and an <see cref="ArgumentException"/> for L-BFGS.
    /// </summary>
    public Precision? Precision { get; init; }

    /// <summary>
    /// Decides the order of the rows in every epoch, and seeds the engine when the training begins, from where dropout draws. Default: the order of
    /// seed 0, and the engine's random state as it is. New weights are drawn when the model is made: <c>torch.manual_seed</c> before.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>The optimizer of a model without phases, which stays the caller's to dispose. Default: the declared one, made anew for this call.</summary>
    public optim.Optimizer? Optimizer { get; init; }

    /// <summary>The learning rate of all groups of the declared optimizers at the beginning; above 0. Default: the declared ones. An <see cref="Optimizer"/> that is passed keeps its own.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Where the state of the training is kept, and how often. Default: nowhere.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>
    /// A checkpoint, or a folder whose latest one is taken: the training goes on where it was, as if it had never stopped. Model, optimizer, batch
    /// size, accumulation, seed, average and precision must be those of the checkpoint. Default: the training begins anew.
    /// </summary>
    public string? Resume { get; init; }

    /// <summary>Who hears how it goes, and may stop it. Default: nobody.</summary>
    public IReadOnlyList<FitCallback<TBatch>> Callbacks { get; init; } = [];

    /// <summary>Who shows how it goes. Default: <see cref="FitProgress.Auto"/>.</summary>
    public FitProgress Progress { get; init; } = FitProgress.Auto;

    /// <summary>Ends the training after the step that is under way, with a checkpoint where they are kept, and a report.</summary>
    public CancellationToken CancellationToken { get; init; }

    private static int? AtLeast(int least, int? value, [CallerMemberName] string name = "") =>
        value is null || value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least {least}.");
}
