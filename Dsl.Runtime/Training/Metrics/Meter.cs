using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Loss and metrics over the batches of an epoch or of an evaluation.</summary>
internal sealed class Meter<TBatch> where TBatch : struct, IBatch<TBatch>
{
    private readonly Measurements? measurements;

    /// <summary>The field that the first loss compares with; -1 where it compares with none.</summary>
    private readonly int target;
    private double loss;
    private long rows;

    /// <param name="model">What is measured.</param>
    /// <param name="isWhole">Whether everything is measured; while the weights change, only what sums say is.</param>
    public Meter(ITrainable<TBatch> model, bool isWhole)
    {
        // The first loss is what the prediction is for; further ones regularize.
        var first = model.Architecture.Losses[0];
        target = first.Targets.IsEmpty ? -1 : TBatch.Fields.Select(field => field.Name).ToList().IndexOf(first.Targets[0]);
        measurements = target < 0 ? null : new(first, model.Training, isWhole);
    }

    /// <summary>What was gathered so far; there is at least one batch.</summary>
    public Evaluation Read() => measurements?.Read(rows, loss / rows) ?? new(rows, loss / rows, []);

    /// <summary>Gathers a batch; its loss counts by its rows.</summary>
    public void Add(TBatch batch, double batchLoss, Tensor prediction)
    {
        var count = batch[0]!.size(0);
        rows += count;
        loss += batchLoss * count;
        measurements?.Add(prediction, batch[target]!);
    }
}
