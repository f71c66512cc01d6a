using System.Collections.Immutable;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// The rows that a model is trained or evaluated on: one tensor for every field of <typeparamref name="TBatch"/>, with the rows
/// along axis 0.
/// </summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
/// <remarks>
/// A set owns its tensors and disposes them. Sets made of it (<see cref="Split"/>, <see cref="Shuffle"/>, <see cref="Take"/>,
/// <c>data[10..20]</c>) share the memory, not the ownership: each is disposed on its own, in any order. Orders depend on their
/// seed alone, never on the engine's random state, and are the same on every machine.
/// </remarks>
public sealed class DataSet<TBatch> : IBatchSource<TBatch>, IDisposable where TBatch : struct, IBatch<TBatch>
{
    private readonly ImmutableArray<Tensor?> columns;

    // Which rows of the columns, in which order.
    private readonly long[] rows;

    private bool isDisposed;

    /// <summary>A set of whole columns, which it owns from here on.</summary>
    /// <param name="columns">
    /// One tensor for each of the batch's fields, in their order: inputs, then targets, then what may be absent, for all rows alike: null, or
    /// nothing at the end.
    /// </param>
    /// <exception cref="ArgumentException">A column is not what its field declares, or there is no row. The columns are not disposed.</exception>
    public DataSet(params ReadOnlySpan<Tensor?> columns)
    {
        this.columns = [.. columns, .. Enumerable.Repeat<Tensor?>(null, Math.Max(0, TBatch.Fields.Length - columns.Length))];
        // A batch checks what it is made of: the whole set is the largest batch.
        TBatch.Create(this.columns.AsSpan());
        if (columns.Length == 0 || columns[0] is not { } first || first.dim() == 0 || first.size(0) == 0)
            throw new ArgumentException("A data set has at least one row.", nameof(columns));
        rows = Permutation.None((int)first.size(0));
    }

    private DataSet(DataSet<TBatch> source, long[] rows)
    {
        columns = [.. source.Columns.Select(column => column?.alias())];
        this.rows = rows;
    }

    /// <summary>The number of rows, at least 1.</summary>
    public int Count => rows.Length;

    long? IBatchSource<TBatch>.Count => Count;

    private ImmutableArray<Tensor?> Columns
    {
        get
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return columns;
        }
    }

    /// <summary>Parts the rows in two at random, for training and for testing.</summary>
    /// <param name="fraction">The first part's share of the rows, between 0 and 1.</param>
    /// <param name="seed">Decides which row goes where.</param>
    /// <param name="stratify">Whether both parts have the same share of every class of the first target, as nearly as whole rows allow.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part would have no row.</exception>
    /// <exception cref="InvalidOperationException">The first target has no classes to stratify by.</exception>
    public (DataSet<TBatch> First, DataSet<TBatch> Second) Split(double fraction, int seed, bool stratify = false)
    {
        var count = (int)Math.Round(fraction * Count);
        if (!(fraction is > 0 and < 1) || count == 0 || count == Count)
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"Both parts of {Count} rows need a row: choose a fraction between 0 and 1.");
        var (first, second) = Partition.Split(Count, count, seed, stratify ? this.ClassOfRows() : null);
        return (Pick(first), Pick(second));
    }

    /// <summary>
    /// Parts the rows at random in parts of equal size, each of which is tested on once while the others are learned from: cross-validation.
    /// </summary>
    /// <param name="count">The number of parts, from 2 to the number of rows.</param>
    /// <param name="seed">Decides which row goes where.</param>
    /// <param name="stratify">Whether all parts have the same share of every class of the first target, as nearly as whole rows allow.</param>
    /// <returns>Every part as the rows to test on, the others as those to learn from; the caller disposes each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many rows.</exception>
    /// <exception cref="InvalidOperationException">The first target has no classes to stratify by.</exception>
    public IEnumerable<DataParts<TBatch>> Folds(int count, int seed, bool stratify = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        var folds = Partition.Folds(Count, count, seed, stratify ? this.ClassOfRows() : null);
        return folds.Select(fold => new DataParts<TBatch>(Pick([.. folds.Where(other => other != fold).SelectMany(other => other)]), Pick(fold)));
    }

    /// <summary>The same rows in a random order.</summary>
    /// <param name="seed">Decides the order.</param>
    public DataSet<TBatch> Shuffle(int seed) => Pick(Permutation.Of(Count, seed));

    /// <summary>The first rows.</summary>
    /// <param name="count">How many, from 1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many rows.</exception>
    public DataSet<TBatch> Take(int count) => Slice(0, count);

    /// <summary>A range of rows; also written <c>data[start..end]</c>.</summary>
    /// <param name="start">The first row, from 0.</param>
    /// <param name="length">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many rows.</exception>
    public DataSet<TBatch> Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Count - start);
        return new(this, rows[start..(start + length)]);
    }

    /// <summary>The rows in batches; the last one has what is left.</summary>
    /// <param name="size">Rows in a batch, at least 1.</param>
    /// <param name="shuffleSeed">Decides a random order of the rows; null keeps their order.</param>
    /// <returns>Batches whose tensors the enumeration owns: they are disposed as soon as it moves on, so keep numbers or clones.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1.</exception>
    public IEnumerable<TBatch> Batches(int size, int? shuffleSeed = null) =>
        Batches(shuffleSeed is { } seed ? Reorder(Permutation.Of(Count, seed)) : rows, BatchSizes.Of(Count, size), skip: 0);

    IEnumerable<TBatch> IBatchSource<TBatch>.Batches(int size) => Batches(size);

    /// <inheritdoc/>
    public IEnumerable<TBatch> TrainingBatches(int size, int seed, int epoch, int skip = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        return Batches(Reorder(Permutation.Of(Count, seed, epoch)), BatchSizes.ForTraining(Count, size), skip);
    }

    /// <summary>
    /// What the rows show before any training: labels that are no class and features that are no numbers are errors; constant features, classes
    /// without a row and labels that are all the same are warnings.
    /// </summary>
    public IReadOnlyList<DataFinding> Check() => DataCheck.Run(this);

    /// <summary>Disposes the set's tensors; sets made of it stay as they are.</summary>
    public void Dispose()
    {
        isDisposed = true;
        foreach (var column in columns)
            column?.Dispose();
    }

    /// <summary>The first rows in batches of these sizes.</summary>
    internal IEnumerable<TBatch> Batches(int[] sizes) => Batches(rows, sizes, skip: 0);

    /// <summary>The sizes of an epoch's batches.</summary>
    internal int[] TrainingBatchSizes(int size) => BatchSizes.ForTraining(Count, size);

    /// <summary>Every field's rows of this set in its order, as tensors that the caller disposes.</summary>
    internal Tensor?[] ToColumns()
    {
        using var order = tensor(rows, device: Columns[0]!.device);
        return [.. columns.Select(column => column?.index_select(0, order))];
    }

    private IEnumerable<TBatch> Batches(long[] order, int[] sizes, int skip)
    {
        using var all = tensor(order, device: Columns[0]!.device);
        var tensors = new Tensor?[columns.Length];
        long start = sizes.Take(skip).Sum();
        foreach (var size in sizes.Skip(skip))
        {
            using var selected = all.narrow(0, start, size);
            start += size;
            try
            {
                for (var i = 0; i < tensors.Length; i++)
                    tensors[i] = columns[i]?.index_select(0, selected);
                yield return TBatch.Create(tensors);
            }
            finally
            {
                foreach (var tensor in tensors)
                    tensor?.Dispose();
            }
        }
    }

    /// <summary>The rows of this set with these numbers.</summary>
    internal DataSet<TBatch> Pick(long[] order) => new(this, Reorder((long[])order.Clone()));

    private long[] Reorder(long[] order)
    {
        for (var i = 0; i < order.Length; i++)
            order[i] = rows[order[i]];
        return order;
    }
}
