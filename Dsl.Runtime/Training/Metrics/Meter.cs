using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Losses and metrics of all phases over the batches of an epoch or of an evaluation.</summary>
internal sealed class Meter<TBatch> : IDisposable where TBatch : struct, IBatch<TBatch>
{
    private readonly PhaseMeter<TBatch>[] meters;
    private readonly string[] names;

    /// <param name="model">What is measured.</param>
    /// <param name="isWhole">Whether everything is measured; while the weights change, only what sums say is.</param>
    public Meter(ITrainable<TBatch> model, bool isWhole)
    {
        names = [.. model.Phases.Select(phase => phase.Name)];
        LossInfo[] losses = [.. names.Select(model.Architecture.FirstLossOf)];
        // A metric that is asked for is that of the phases that it fits.
        meters = [.. losses.Select(loss => new PhaseMeter<TBatch>(
            loss, losses.Length == 1 ? model.Training : model.Training with { Metrics = [.. model.Training.Metrics.Where(metric => Measurements.Fits(loss, metric))] }, isWhole))];
    }

    /// <summary>The phases, in order.</summary>
    public IReadOnlyList<PhaseMeter<TBatch>> Phases => meters;

    /// <summary>What was gathered so far; there is at least one batch.</summary>
    public Evaluation Read()
    {
        if (meters is [var only])
        {
            var whole = only.Read();
            return whole with { PhaseLosses = [whole.Loss] };
        }
        // A phase that is part of each so many-th step only may have seen nothing yet.
        var measured = meters.Select((meter, i) => (Name: names[i], Value: meter.Rows == 0 ? null : meter.Read())).ToArray();
        var known = measured.Where(phase => phase.Value is not null).Select(phase => (phase.Name, Value: phase.Value!)).ToArray();
        MetricValue[] headlines =
        [
            .. known.Select(phase => new MetricValue(MetricNames.LossOf(phase.Name), phase.Value.Loss, Evaluation.LossFormat)),
            .. known.SelectMany(phase => Named(phase.Name, phase.Value.Metrics.Take(phase.Value.Headlines))),
        ];
        var judge = known.LastOrDefault(phase => phase.Value.Confusion is not null || !phase.Value.Roc.IsEmpty).Value;
        return new(
            known.Max(phase => phase.Value.Count), known.Sum(phase => phase.Value.Loss),
            [.. headlines, .. known.SelectMany(phase => Named(phase.Name, phase.Value.Metrics.Skip(phase.Value.Headlines)))])
        {
            Headlines = headlines.Length,
            PhaseLosses = [.. measured.Select(phase => phase.Value?.Loss)],
            Confusion = judge?.Confusion,
            PerClass = judge?.PerClass ?? [],
            Roc = judge?.Roc ?? [],
            PrecisionRecall = judge?.PrecisionRecall ?? [],
        };
    }

    /// <summary>Gathers a batch of a phase; its loss counts by its rows.</summary>
    public void Add(int phase, TBatch batch, double batchLoss, Tensor prediction) => meters[phase].Add(batch, batchLoss, prediction);

    /// <summary>Forgets what was not measured yet.</summary>
    public void Dispose()
    {
        foreach (var meter in meters)
            meter.Dispose();
    }

    private static IEnumerable<MetricValue> Named(string phase, IEnumerable<MetricValue> values) => values.Select(value => value with { Name = $"{phase} {value.Name}" });
}
