using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Batches that a function changes.</summary>
internal sealed class MappedBatches<TBatch>(IBatchSource<TBatch> source, Func<TBatch, int, TBatch> change) : IBatchSource<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    public long? Count => source.Count;

    public IEnumerable<TBatch> Batches(int size) => Map(source.Batches(size), seed: 0, first: 0);

    public IEnumerable<TBatch> TrainingBatches(int size, int seed, int epoch, int skip = 0) =>
        Map(source.TrainingBatches(size, seed, epoch, skip), Permutation.Mix(seed, epoch), skip);

    private IEnumerable<TBatch> Map(IEnumerable<TBatch> batches, int seed, int first)
    {
        var place = first;
        foreach (var batch in batches)
        {
            var changed = Change(batch, Permutation.Mix(seed, place++));
            try
            {
                yield return changed;
            }
            finally
            {
                for (var i = 0; i < TBatch.Fields.Length; i++)
                {
                    if (!IsOf(batch, changed[i]))
                        changed[i]?.Dispose();
                }
            }
        }
    }

    private TBatch Change(TBatch batch, int seed)
    {
        using var scope = NewDisposeScope();
        var changed = change(batch, seed);
        for (var i = 0; i < TBatch.Fields.Length; i++)
        {
            if (!IsOf(batch, changed[i]))
                changed[i]?.DetachFromDisposeScope();
        }
        return changed;
    }

    /// <summary>Whether a tensor is one of the batch given, which its own enumeration disposes.</summary>
    private static bool IsOf(TBatch batch, Tensor? tensor)
    {
        for (var i = 0; i < TBatch.Fields.Length; i++)
        {
            if (ReferenceEquals(batch[i], tensor))
                return true;
        }
        return false;
    }
}
