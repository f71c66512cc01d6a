using CsvHelper;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Reads data sets from CSV files.</summary>
public static class Csv
{
    /// <summary>Reads a file whose first line names the columns.</summary>
    /// <param name="path">The file, in UTF-8 unless its first bytes say otherwise.</param>
    /// <param name="options">Which columns are features and which is the target; the defaults where it is null.</param>
    /// <typeparam name="TBatch">The generated <c>Batch</c> of a model with one input and at most one target.</typeparam>
    /// <returns>
    /// One row for every line, features in the input's declared shape (64 columns fill <c>[N,1,8,8]</c> row by row). The caller disposes it.
    /// </returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CsvException">A column is missing, their number does not fit the model, or a value is not what its field declares.</exception>
    /// <exception cref="NotSupportedException">The model has several inputs or targets.</exception>
    public static DataSet<TBatch> Load<TBatch>(string path, CsvOptions? options = null) where TBatch : struct, IBatch<TBatch>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{Path.GetFullPath(path)}'.", path);
        try
        {
            using var reader = CsvReader.FromFile(path, new()
            {
                Separator = options.Separator,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MalformedData = CsvMalformedDataHandling.Throw,
            });
            return Read<TBatch>(path, reader, options);
        }
        catch (CsvFormatException e)
        {
            throw new CsvException(path, e);
        }
    }

    private static DataSet<TBatch> Read<TBatch>(string path, CsvReader reader, CsvOptions options) where TBatch : struct, IBatch<TBatch>
    {
        if (reader.Headers.Count == 0)
            throw new CsvException(path, "the file is empty; its first line must name the columns.");
        var columns = CsvColumns.Select<TBatch>(path, reader.Headers, options);
        while (reader.Read())
        {
            if (reader.FieldCount != reader.Headers.Count)
                throw new CsvException(path, reader.LineNumber, $"{reader.FieldCount} values where the header names {reader.Headers.Count} columns.");
            foreach (var column in columns)
                column.Read(reader);
        }
        if (columns[0].Rows == 0)
            throw new CsvException(path, "there is no row below the header.");

        var tensors = new Tensor[columns.Length];
        try
        {
            for (var i = 0; i < tensors.Length; i++)
                tensors[i] = columns[i].ToTensor();
            return new(tensors);
        }
        catch
        {
            foreach (var tensor in tensors)
                tensor?.Dispose();
            throw;
        }
    }
}
