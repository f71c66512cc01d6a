namespace NeuralDsl;

/// <summary>Reads data sets from CSV files.</summary>
public static class Csv
{
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
        return ReadAll(path, table);
    }

    /// <summary>All rows of a table.</summary>
    internal static DataSet<TBatch> ReadAll<TBatch>(string path, CsvTable<TBatch> table) where TBatch : struct, IBatch<TBatch> =>
        table.ReadRows() ?? throw new DataException(path, "there is no row below the header.");
}
