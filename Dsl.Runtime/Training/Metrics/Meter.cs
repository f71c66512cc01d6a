using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Loss and metrics over the batches of an epoch or of an evaluation.</summary>
internal sealed class Meter<TBatch> where TBatch : struct, IBatch<TBatch>
{
    private readonly Measurement[] metrics;
    /// <summary>The field that the first loss compares with; -1 where it compares with none.</summary>
    private readonly int target;

    public Meter(Architecture architecture)
    {
        // The first loss is what the prediction is for; further ones regularize.
        var first = architecture.Losses[0];
        target = first.Targets.IsEmpty ? -1 : TBatch.Fields.Select(field => field.Name).ToList().IndexOf(first.Targets[0]);
        metrics = target < 0 ? [] : Measurement.For(first);
    }

    /// <summary>The sum of the losses, each times its rows.</summary>
    public double Loss { get; private set; }

    /// <summary>The rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Goes on after batches that were gathered elsewhere; the metrics are of those that follow.</summary>
    public void Resume(double loss, long rows) => (Loss, Rows) = (loss, rows);

    /// <summary>What was gathered so far; there is at least one batch.</summary>
    public Evaluation Read() => new(Rows, Loss / Rows, [.. metrics.Select(metric => metric.Value)]);

    /// <summary>Gathers a batch; its loss counts by its rows.</summary>
    public void Add(TBatch batch, double batchLoss, Tensor prediction)
    {
        var count = batch[0]!.size(0);
        Rows += count;
        Loss += batchLoss * count;
        foreach (var metric in metrics)
            metric.Add(prediction, batch[target]!);
    }
}
