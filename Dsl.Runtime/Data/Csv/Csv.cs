namespace NeuralDsl;

/// <summary>Reads data sets from CSV files.</summary>
public static class Csv
{
    private const int RowsAtOnce = 1024;

    /// <summary>Reads a file whose first line names the columns.</summary>
    /// <param name="path">The file, in UTF-8 unless its first bytes say otherwise.</param>
    /// <param name="options">Which columns are features and which is the target; the defaults where it is null.</param>
    /// <typeparam name="TBatch">The generated <c>Batch</c> of a model.</typeparam>
    /// <returns>
    /// One row for every line, features in the input's declared shape (64 columns fill <c>[N,1,8,8]</c> row by row). The caller disposes it.
    /// </returns>
    /// <exception cref="DataException">
    /// There is no such file, a column is missing, their number does not fit the model, or a value is not what its field declares.
    /// </exception>
    /// <exception cref="NotSupportedException">The model has several inputs or targets, and <see cref="CsvOptions.Columns"/> does not name theirs.</exception>
    public static DataSet<TBatch> Load<TBatch>(string path, CsvOptions? options = null) where TBatch : struct, IBatch<TBatch>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var table = new CsvTable<TBatch>(path, options ?? new());
        return ReadFirst(path, table);
    }

    /// <summary>Reads a file part by part in every pass, for files that are larger than memory.</summary>
    /// <param name="path">The file, in UTF-8 unless its first bytes say otherwise.</param>
    /// <param name="options">
    /// Which columns are features and which is the target; the defaults where it is null. Classes that have names are named by
    /// <see cref="CsvOptions.Classes"/>: they cannot be sorted before the file is read.
    /// </param>
    /// <param name="buffer">How many rows a training mixes, at least 2. Default 10,000.</param>
    /// <param name="count">The number of rows where it is known: schedules that depend on the number of steps need it.</param>
    /// <typeparam name="TBatch">The generated <c>Batch</c> of a model.</typeparam>
    /// <returns>A stream that reads the file whenever it is enumerated, and then throws what <see cref="Load"/> throws.</returns>
    public static DataStream<TBatch> Stream<TBatch>(string path, CsvOptions? options = null, int buffer = 10_000, long? count = null)
        where TBatch : struct, IBatch<TBatch>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(() => ReadParts<TBatch>(path, options ?? new())) { Buffer = buffer, Count = count };
    }

    /// <summary>The first rows of a table, all by default.</summary>
    internal static DataSet<TBatch> ReadFirst<TBatch>(string path, CsvTable<TBatch> table, int limit = int.MaxValue) where TBatch : struct, IBatch<TBatch> =>
        table.ReadRows(limit) ?? throw new DataException(path, "there is no row below the header.");

    private static IEnumerable<TBatch> ReadParts<TBatch>(string path, CsvOptions options) where TBatch : struct, IBatch<TBatch>
    {
        using var table = new CsvTable<TBatch>(path, options);
        for (var next = ReadFirst(path, table, RowsAtOnce); next is not null; next = table.ReadRows(RowsAtOnce))
        {
            using (var rows = next)
            {
                if (table.Classes.Count > 0 && options.Classes is null)
                    throw new DataException(path, "the labels are names; a file that is read part by part needs them in order: name them with Classes.");
                foreach (var batch in rows.Batches(RowsAtOnce))
                    yield return batch;
            }
        }
    }
}
