using CsvHelper;
using NeuralDsl.Data;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A CSV file that is read from its first row to its last, as columns for the fields of a batch.</summary>
/// <typeparam name="TBatch">The batch.</typeparam>
internal sealed class CsvTable<TBatch> : IDisposable where TBatch : struct, IBatch<TBatch>
{
    private readonly string path;
    private readonly CsvOptions options;
    private readonly IReadOnlyList<string> declaredClasses;
    private readonly bool isLabelled;
    private readonly CsvReader reader;
    private readonly FieldColumns[] selected;

    // Null before the first row.
    private CsvColumns[]? columns;

    /// <summary>Opens a file and finds the columns in its first line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns fill which field.</param>
    /// <param name="classes">The names of the classes where another file has said them; null for what the options and the file say.</param>
    /// <param name="isLabelled">Whether the file must have the columns of the targets.</param>
    /// <exception cref="DataException">There is no such file, or its columns do not fill the batch.</exception>
    public CsvTable(string path, CsvOptions options, IReadOnlyList<string>? classes = null, bool isLabelled = true)
    {
        (this.path, this.options, this.isLabelled) = (path, options, isLabelled);
        declaredClasses = classes is { Count: > 0 } ? classes : ClassLabels.Parse(options.Classes);
        DataFile.Require(path);
        reader = Read(() => CsvReader.FromFile(path, new()
        {
            Separator = options.Separator,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        }));
        try
        {
            selected = Select();
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header => reader.Headers;

    /// <summary>The names of the classes as far as the file is read, in the order of their indices; empty for labels that are numbers.</summary>
    public IReadOnlyList<string> Classes => Labels?.Names ?? [];

    /// <summary>The classes of the first target that has some, as far as the file is read; null for none.</summary>
    public ClassLabels? Labels => columns?.OfType<ClassColumn>().FirstOrDefault()?.Labels;

    /// <summary>The next rows, at most so many, as a set that the caller disposes; null at the end of the file.</summary>
    public DataSet<TBatch>? ReadRows(int limit = int.MaxValue)
    {
        var count = Read(() => Count(limit));
        if (count == 0)
            return null;
        var tensors = new Tensor?[TBatch.Fields.Length];
        try
        {
            for (var i = 0; i < selected.Length; i++)
                tensors[IndexOf(selected[i].Field)] = columns![i].TakeRows(count);
            if (!isLabelled)
                BlankTargets.Fill<TBatch>(tensors);
            return new(tensors);
        }
        catch
        {
            foreach (var tensor in tensors)
                tensor?.Dispose();
            throw;
        }
    }

    public void Dispose() => reader.Dispose();

    private int Count(int limit)
    {
        var count = 0;
        while (count < limit && reader.Read())
        {
            if (reader.FieldCount != Header.Count)
                throw new DataException(path, $"{reader.FieldCount} values where the header names {Header.Count} columns.", reader.LineNumber);
            columns ??= [.. selected.Select(field => CsvColumns.Create(path, TBatch.Fields[IndexOf(field.Field)], field, reader, options, declaredClasses))];
            foreach (var column in columns)
                column.Read(reader);
            count++;
        }
        return count;
    }

    private FieldColumns[] Select()
    {
        var header = Read(() => reader.Headers);
        if (header.Count == 0)
            throw new DataException(path, "the file is empty; its first line must name the columns.");
        if (header.FirstOrDefault(name => name.Contains('\uFFFD')) is { } garbled)
            throw new DataException(path, $"the name of column '{garbled}' is not UTF-8: save the file in that encoding.");
        bool? oneHot = options.Labels == LabelEncoding.Auto ? null : options.Labels == LabelEncoding.OneHot;
        DataField[] fields = [.. TBatch.Fields.Select(field => field.AsData)];
        var columns = new ColumnOptions(options.Features, options.Target, options.Columns, oneHot);
        var selection = ColumnSelection.Select(header, fields, columns);
        if (!isLabelled && selection.Fault is { Kind: DataFaultKind.UnknownColumn, Argument: nameof(CsvOptions.Target) })
            selection = ColumnSelection.Select(header, [.. fields.Where(field => !field.IsTarget)], columns with { Target = null });
        if (selection.Fault is { Kind: DataFaultKind.Fields, Argument: nameof(CsvOptions.Features) } fault)
            throw new NotSupportedException(fault.Message);
        if (selection.Fault is { } other)
            throw new DataException(path, other.Message);
        if (options.Scale != 1 && selection.Fields.All(field => field.Field.IsTarget || field.Field.IsWhole))
            throw new DataException(path, $"Scale applies to real numbers only, but the inputs are {string.Join("; ", selection.Fields.Select(field => field.Field))}.");
        return [.. selection.Fields];
    }

    private T Read<T>(Func<T> read)
    {
        try
        {
            return DataFile.Read(path, read);
        }
        catch (CsvFormatException e)
        {
            throw new DataException(path, e.Message, e.LineNumber, cause: e);
        }
    }

    // Fields of a batch have names of their own.
    private static int IndexOf(DataField field)
    {
        for (var i = 0; i < TBatch.Fields.Length; i++)
        {
            if (TBatch.Fields[i].Name == field.Name)
                return i;
        }
        throw new InvalidOperationException($"'{field.Name}' is no field of the batch.");
    }
}
