using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>What a checkpoint knows of a phase besides tensors.</summary>
internal sealed record PhaseState
{
    /// <summary>The sum of the losses of the batches of the epoch under way, each times its rows.</summary>
    public double Loss { get; init; }

    /// <summary>The rows of those batches.</summary>
    public long Rows { get; init; }

    /// <summary>The learning rates of the optimizer's groups.</summary>
    public ImmutableArray<double> LearningRates { get; init; } = [];

    /// <summary>Where the schedule is; null without one.</summary>
    public ScheduleState? Schedule { get; init; }
}
