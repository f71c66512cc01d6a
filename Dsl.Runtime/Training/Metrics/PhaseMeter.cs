using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Loss and metrics of a phase over the batches of an epoch or of an evaluation.</summary>
internal sealed class PhaseMeter<TBatch> : IDisposable where TBatch : struct, IBatch<TBatch>
{
    private readonly Measurements? measurements;
    private readonly WaitingBatches? waiting;

    /// <summary>The field that the first loss compares with; -1 where it compares with none.</summary>
    private readonly int target;

    /// <param name="loss">The first loss, which is what the prediction is for; further ones regularize.</param>
    /// <param name="training">Says which metrics are asked for.</param>
    /// <param name="isWhole">Whether everything is measured; while the weights change, only what sums say is.</param>
    public PhaseMeter(LossInfo loss, TrainingDefaults training, bool isWhole)
    {
        target = loss.Targets.IsEmpty ? -1 : TBatch.Fields.Select(field => field.Name).ToList().IndexOf(loss.Targets[0]);
        measurements = target < 0 ? null : new(loss, training, isWhole);
        waiting = measurements is null ? null : new(measurements);
    }

    /// <summary>The sum of the losses, each times its rows.</summary>
    public double Loss { get; set; }

    /// <summary>The rows.</summary>
    public long Rows { get; set; }

    /// <summary>What was gathered so far; there is at least one batch.</summary>
    public Evaluation Read()
    {
        waiting?.Measure();
        return measurements?.Read(Rows, Loss / Rows) ?? new(Rows, Loss / Rows, []);
    }

    /// <summary>Gathers a batch; its loss counts by its rows.</summary>
    public void Add(TBatch batch, double batchLoss, Tensor prediction)
    {
        var count = batch[0]!.size(0);
        Rows += count;
        Loss += batchLoss * count;
        waiting?.Add(prediction, batch[target]!);
    }

    /// <summary>Forgets what was not measured yet.</summary>
    public void Dispose() => waiting?.Dispose();
}
