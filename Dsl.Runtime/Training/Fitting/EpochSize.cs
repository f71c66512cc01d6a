namespace NeuralDsl;

/// <summary>What an epoch consists of.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Batches">The batches.</param>
/// <param name="Steps">The steps of the optimizer.</param>
/// <param name="LastRows">The rows of the last batch.</param>
internal sealed record EpochSize(long Rows, int Batches, int Steps, int LastRows)
{
    public static EpochSize Of<TBatch>(IBatchSource<TBatch> data, int batchSize, int accumulation) where TBatch : struct, IBatch<TBatch>
    {
        // Schedules ask for the number of steps before the first one: where only the end of a pass tells, it takes one.
        var rows = data.Count ?? data.Batches(batchSize).Sum(batch => batch[0]!.size(0));
        var sizes = BatchSizes.ForTraining(rows, batchSize);
        return new(rows, sizes.Length, (sizes.Length + accumulation - 1) / accumulation, sizes is [.., var last] ? last : 0);
    }
}
