namespace NeuralDsl;

/// <summary>How <see cref="ModelSearch"/> searches.</summary>
public sealed record SearchOptions
{
    /// <summary>How many points are tried. Default 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Trials { get; init => field = AtLeast(1, value, nameof(Trials)); } = 20;

    /// <summary>How the epochs are spent. Default: successive halving.</summary>
    public SearchMethod Method { get; init; }

    /// <summary>The most epochs of a trial. Default: the model's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Epochs { get; init => field = value is { } epochs ? AtLeast(1, epochs, nameof(Epochs)) : null; }

    /// <summary>The epochs of every trial of successive halving. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int LeastEpochs { get; init => field = AtLeast(1, value, nameof(LeastEpochs)); } = 1;

    /// <summary>One of how many trials goes on, with as many times the epochs. Default 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int Reduction { get; init => field = AtLeast(2, value, nameof(Reduction)); } = 3;

    /// <summary>The share of the training rows that trials are compared on; the rows to test on are not touched. Default 0.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 0 and 1.</exception>
    public double Validation
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Validation), value, "Validation is between 0 and 1.");
    } = 0.2;

    /// <summary>Decides the points, the weights and the orders of the rows. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>Where trials keep their checkpoints; what was there from an earlier search is replaced. Default: a temporary folder, removed in the end.</summary>
    public string? Folder { get; init; }

    /// <summary>Hears of every trial that reached the end of its epochs, or went wrong.</summary>
    public Action<SearchTrial>? OnTrial { get; init; }

    /// <summary>Ends the search after the trial's step; what was found so far is reported.</summary>
    public CancellationToken CancellationToken { get; init; }

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least {least}.");
}
