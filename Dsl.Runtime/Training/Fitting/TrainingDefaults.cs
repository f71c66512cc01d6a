using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>How a model is trained unless <see cref="FitOptions{TBatch}"/> says otherwise: what its <c>[Training]</c> and <c>[Metrics]</c> declare.</summary>
public sealed record TrainingDefaults
{
    /// <summary>How often every row is seen. Default 10.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Rows in a batch. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Batches whose gradients are averaged for one step. Default 1.</summary>
    public int Accumulation { get; init; } = 1;

    /// <summary>How many epochs without a better validation loss end the training; 0, the default, for never.</summary>
    public int Patience { get; init; }

    /// <summary>The decay of the weights' exponential moving average, below 1; 0, the default, for none.</summary>
    public double EmaDecay { get; init; }

    /// <summary>The dtype in which forward and backward compute. Default: that of the weights.</summary>
    public Precision Precision { get; init; }

    /// <summary>What is measured besides the loss; empty, the default, for what the first loss's task asks for.</summary>
    public ImmutableArray<Metric> Metrics { get; init; } = [];

    /// <summary>The k of <see cref="Metric.TopK"/>. Default 5.</summary>
    public int TopK { get; init; } = 5;
}
