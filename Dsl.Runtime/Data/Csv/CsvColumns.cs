using System.Globalization;
using System.Text;
using CsvHelper;
using NeuralDsl.Data;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The columns of a CSV file that fill one field of a batch, and what was read from them so far.</summary>
internal abstract class CsvColumns(string path, TensorField field, IReadOnlyList<(string Name, int Index)> columns)
{
    protected TensorField Field { get; } = field;

    /// <summary>Reads the columns of the current row.</summary>
    public void Read(CsvReader reader)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (Add(reader.GetSpan(columns[i].Index)) is { } problem)
                throw new DataException(path, problem, reader.LineNumber, columns[i].Name);
        }
    }

    /// <summary>The rows read since the last call in the field's declared shape; the caller disposes it.</summary>
    public abstract Tensor TakeRows(int count);

    /// <summary>What reads the columns of a field.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="field">The field.</param>
    /// <param name="selected">Its columns.</param>
    /// <param name="first">The reader at the first row, which tells names of classes from numbers.</param>
    /// <param name="options">Scale and classes.</param>
    /// <param name="classes">The names of the classes in the order of their indices; empty where the file says them.</param>
    public static CsvColumns Create(
        string path, TensorField field, FieldColumns selected, CsvReader first, CsvOptions options, IReadOnlyList<string> classes)
    {
        long[] shape = [.. selected.RowShape];
        if (field.Role == FieldRole.Target && selected.Columns is [var only] && IsClasses(field, selected, first.GetSpan(only.Index), classes))
            return new ClassColumn(path, field, only, new(field, selected.IsOneHot ? LabelEncoding.OneHot : LabelEncoding.Index, classes));

        var scale = field.Role == FieldRole.Input && field.DType.IsFloatingPoint ? options.Scale : 1;
        return field.DType switch
        {
            DType.Float32 => new RealColumns<float>(path, field, selected.Columns, shape, scale, (content, sizes) => tensor(content, sizes)),
            DType.Float64 => new RealColumns<double>(path, field, selected.Columns, shape, scale, (content, sizes) => tensor(content, sizes)),
            _ => new WholeColumns(path, field, selected.Columns, shape),
        };
    }

    /// <summary>Adds a value; returns what is wrong with its UTF-8 text, if anything.</summary>
    protected abstract string? Add(ReadOnlySpan<byte> text);

    /// <summary>The text as in messages.</summary>
    protected static string Quote(ReadOnlySpan<byte> text) => $"'{Encoding.UTF8.GetString(text)}'";

    /// <summary>Whether a column has classes and not just numbers: a probability may lie between its classes.</summary>
    private static bool IsClasses(TensorField field, FieldColumns selected, ReadOnlySpan<byte> first, IReadOnlyList<string> classes) =>
        selected.IsOneHot || field.Encoding == FieldEncoding.ClassIndex || classes.Count > 0
        || (field.Encoding == FieldEncoding.Probability && first.Length > 0 && !double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
