namespace NeuralDsl;

/// <summary>Where batches come from: the rows in memory of a <see cref="DataSet{TBatch}"/>, or a file that is read as it is needed.</summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
/// <remarks>
/// Every enumeration owns the tensors of its batches: they are disposed as soon as it moves on, so keep numbers or clones. Several
/// enumerations may run at once.
/// </remarks>
public interface IBatchSource<TBatch> where TBatch : struct, IBatch<TBatch>
{
    /// <summary>The number of rows; null where only the end of a pass tells.</summary>
    long? Count { get; }

    /// <summary>The rows in their order, in batches; the last one has what is left.</summary>
    /// <param name="size">Rows in a batch, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1.</exception>
    IEnumerable<TBatch> Batches(int size);

    /// <summary>
    /// The rows of one epoch in a random order, in batches. The last one has what is left; a single row joins the batch before it, since batch
    /// normalization has no variance to learn from in one row.
    /// </summary>
    /// <param name="size">Rows in a batch, at least 1.</param>
    /// <param name="seed">Decides the order, together with the epoch: the same two give the same batches on every machine.</param>
    /// <param name="epoch">The number of the epoch.</param>
    /// <param name="skip">How many batches of the epoch are left out at its beginning: those of a training that goes on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1 or <paramref name="skip"/> below 0.</exception>
    IEnumerable<TBatch> TrainingBatches(int size, int seed, int epoch, int skip = 0);
}
