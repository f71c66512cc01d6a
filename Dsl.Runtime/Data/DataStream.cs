using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// Rows that are read anew in every pass because they do not fit in memory. Training mixes them in a buffer: while it reads, it keeps
/// <see cref="Buffer"/> rows, puts them in a random order, and hands out half before it reads on.
/// </summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
/// <remarks>
/// The order depends on seed and epoch alone. Rows move in it by about the size of the buffer, so rows that are sorted by class need a buffer of
/// several classes. To leave out the beginning of an epoch, its rows are read and thrown away.
/// </remarks>
public sealed class DataStream<TBatch> : IBatchSource<TBatch> where TBatch : struct, IBatch<TBatch>
{
    private readonly Func<IEnumerable<TBatch>> read;

    /// <summary>A stream.</summary>
    /// <param name="read">
    /// Begins a pass over all rows: batches of any sizes, whose tensors the enumeration owns. Every pass has the same rows in the same order.
    /// </param>
    public DataStream(Func<IEnumerable<TBatch>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        this.read = read;
    }

    /// <summary>The number of rows that are mixed, at least 2. Default 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int Buffer
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Buffer), value, "At least 2 rows are mixed.");
    } = 10_000;

    /// <summary>The number of rows where it is known: schedules that depend on the number of steps need it. Default: null.</summary>
    public long? Count { get; init; }

    /// <inheritdoc/>
    public IEnumerable<TBatch> Batches(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Run(size, capacity: size, keep: 0, order: null, joinsLast: false);
    }

    /// <inheritdoc/>
    public IEnumerable<TBatch> TrainingBatches(int size, int seed, int epoch, int skip = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        // Two rows more than a batch: while there may be more, two are left, and a single last row joins the batch before it.
        var capacity = Math.Max(Buffer, size + 2);
        return Run(size, capacity, keep: capacity / 2, (count, round) => Permutation.Of(count, Permutation.Mix(seed, epoch), round), joinsLast: true).Skip(skip);
    }

    /// <summary>Fills the pool, hands out what is not kept, and fills it again.</summary>
    private IEnumerable<TBatch> Run(int size, int capacity, int keep, Func<int, int, long[]>? order, bool joinsLast)
    {
        using var rows = read().GetEnumerator();
        DataSet<TBatch>? rest = null;
        try
        {
            var isOpen = true;
            for (var round = 0; isOpen; round++)
            {
                (var filled, isOpen) = Fill(rest, rows, capacity);
                rest?.Dispose();
                rest = null;
                if (filled is null)
                    yield break;
                using var unordered = filled;
                using var pool = order is null ? filled : filled.Pick(order(filled.Count, round));

                // Before the end, full batches only, and more than one row is left, so that no single row is a batch.
                var available = isOpen ? Math.Max(size, (pool.Count - keep) / size * size) : pool.Count;
                foreach (var batch in pool.Batches(isOpen || !joinsLast ? BatchSizes.Of(available, size) : BatchSizes.ForTraining(available, size)))
                    yield return batch;
                if (available < pool.Count)
                    rest = pool.Slice(available, pool.Count - available);
            }
        }
        finally
        {
            rest?.Dispose();
        }
    }

    /// <summary>The rows of the pool and as many more as make it full, and whether there may be more; null where there is none.</summary>
    private static (DataSet<TBatch>? Pool, bool IsOpen) Fill(DataSet<TBatch>? pool, IEnumerator<TBatch> rows, int capacity)
    {
        var parts = new List<Tensor?[]>();
        try
        {
            if (pool is not null)
                parts.Add(pool.ToColumns());
            var count = pool?.Count ?? 0L;
            var isOpen = true;
            while (count < capacity && (isOpen = rows.MoveNext()))
            {
                // A second name for the memory: the enumeration disposes its own when it moves on.
                parts.Add([.. TBatch.Fields.Select((_, i) => rows.Current[i]?.alias())]);
                count += rows.Current[0]!.size(0);
            }
            return (parts.Count == 0 ? null : new(Concatenate(parts)), isOpen);
        }
        finally
        {
            foreach (var tensor in parts.SelectMany(part => part))
                tensor?.Dispose();
        }
    }

    private static Tensor?[] Concatenate(List<Tensor?[]> parts)
    {
        var columns = new Tensor?[TBatch.Fields.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = parts[0][i] is null ? null : cat([.. parts.Select(part => part[i]!)], 0);
        return columns;
    }
}
