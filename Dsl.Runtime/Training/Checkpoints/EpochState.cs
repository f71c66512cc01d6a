using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>What a checkpoint keeps of an <see cref="EpochReport"/>: its numbers, not its curves.</summary>
internal sealed record EpochState(int Number, EpochState.Measured Training, EpochState.Measured? Validation, TimeSpan Duration, double? LearningRate)
{
    public static EpochState Of(EpochReport epoch) => new(
        epoch.Number, Measured.Of(epoch.Training), epoch.Validation is { } validation ? Measured.Of(validation) : null, epoch.Duration, epoch.LearningRate);

    public EpochReport ToReport() => new(Number, Training.ToEvaluation(), Validation?.ToEvaluation(), Duration) { LearningRate = LearningRate };

    /// <summary>The numbers of an <see cref="Evaluation"/>.</summary>
    internal sealed record Measured(long Count, double Loss, ImmutableArray<MetricValue> Metrics)
    {
        public static Measured Of(Evaluation evaluation) => new(evaluation.Count, evaluation.Loss, evaluation.Metrics);

        public Evaluation ToEvaluation() => new(Count, Loss, Metrics);
    }
}
