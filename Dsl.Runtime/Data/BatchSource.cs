namespace NeuralDsl;

/// <summary>What can be made of any source of batches.</summary>
public static class BatchSource
{
    /// <summary>The same batches, each changed by a function: an augmentation, for example.</summary>
    /// <param name="source">The batches.</param>
    /// <param name="change">
    /// Makes a batch of a batch. The seed depends on the training's seed, the epoch and the place of the batch alone: draw from
    /// <c>new Random(seed)</c>, and a training can be repeated. Tensors that are made on the way are disposed.
    /// </param>
    /// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
    public static IBatchSource<TBatch> Map<TBatch>(this IBatchSource<TBatch> source, Func<TBatch, int, TBatch> change) where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(change);
        return new MappedBatches<TBatch>(source, change);
    }

    /// <inheritdoc cref="Map{TBatch}(IBatchSource{TBatch}, Func{TBatch, int, TBatch})"/>
    public static IBatchSource<TBatch> Map<TBatch>(this IBatchSource<TBatch> source, Func<TBatch, TBatch> change) where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(change);
        return source.Map((batch, _) => change(batch));
    }

    /// <summary>The same batches, made on a thread of their own while the last ones are still used.</summary>
    /// <param name="source">The batches.</param>
    /// <param name="ahead">How many may be ready at most: each takes memory. Default 2.</param>
    /// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is below 1.</exception>
    public static IBatchSource<TBatch> Prefetch<TBatch>(this IBatchSource<TBatch> source, int ahead = 2) where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1);
        return new PrefetchedBatches<TBatch>(source, ahead);
    }
}
