using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text;
using CsvHelper;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The columns of a CSV file that fill one field of a batch, and the numbers read from them so far.</summary>
internal abstract class CsvColumns(string path, TensorField field, (string Name, int Index)[] columns, long[] rowShape)
{
    /// <summary>The number of rows read.</summary>
    public int Rows { get; private set; }

    protected TensorField Field { get; } = field;

    /// <summary>Reads the columns of the current row.</summary>
    public void Read(CsvReader reader)
    {
        foreach (var (name, index) in columns)
        {
            if (Add(reader.GetSpan(index)) is { } problem)
                throw new CsvException(path, reader.LineNumber, name, problem);
        }
        Rows++;
    }

    /// <summary>All rows in the field's declared shape; the caller disposes it.</summary>
    public Tensor ToTensor() => ToTensor([Rows, .. rowShape]);

    /// <summary>The columns for every field of a batch, found in a file's header.</summary>
    /// <exception cref="CsvException">A column is missing or their number does not fit.</exception>
    /// <exception cref="NotSupportedException">The batch has several inputs or targets.</exception>
    public static CsvColumns[] Select<TBatch>(string path, IReadOnlyList<string> header, CsvOptions options) where TBatch : struct, IBatch<TBatch>
    {
        // What may be absent is: a file has no columns for it.
        ImmutableArray<TensorField> fields = [.. TBatch.Fields.Where(field => !field.IsOptional)];
        if (fields is not [{ Role: FieldRole.Input } input, .. var rest] || rest.Length > 1 || rest is [{ Role: FieldRole.Input }, ..])
            throw new NotSupportedException($"A CSV file fills one input and at most one target, but the batch has {string.Join("; ", fields)}.");

        if (rest.IsEmpty && options.Target is { } unused)
            throw new CsvException(path, $"the batch ({input}) has no target that the columns '{unused}' could fill.");

        var targetPatterns = rest is [var only] ? options.Target ?? only.Name : "";
        var targets = Match(path, header, targetPatterns);
        var features = Match(path, header, options.Features);
        if (options.Features.Trim() == "*")
            features = [.. features.Except(targets)];
        if (features.Intersect(targets).FirstOrDefault() is { Name: { } both })
            throw new CsvException(path, $"column '{both}' is both feature and target; features are '{options.Features}'.");

        return
        [
            Create(path, input, features, options.Features, options.Scale),
            .. rest.Select(target => Create(path, target, targets, targetPatterns, scale: 1)),
        ];
    }

    /// <summary>Adds a number; returns what is wrong with its UTF-8 text, if anything.</summary>
    protected abstract string? Add(ReadOnlySpan<byte> text);

    /// <summary>The text as in messages.</summary>
    protected static string Quote(ReadOnlySpan<byte> text) => $"'{Encoding.UTF8.GetString(text)}'";

    protected abstract Tensor ToTensor(long[] shape);

    private static CsvColumns Create(string path, TensorField field, (string Name, int Index)[] columns, string patterns, double scale)
    {
        var shape = RowShape(path, field, columns.Length, patterns);
        if (scale != 1 && !field.DType.IsFloatingPoint)
            throw new CsvException(path, $"'{field.Name}' is {field.DType}, which Scale does not apply to.");
        return field.DType switch
        {
            DType.Float32 => new RealColumns<float>(path, field, columns, shape, scale, (content, sizes) => tensor(content, sizes)),
            DType.Float64 => new RealColumns<double>(path, field, columns, shape, scale, (content, sizes) => tensor(content, sizes)),
            _ => new WholeColumns(path, field, columns, shape),
        };
    }

    /// <summary>The columns whose names match, in the order of the file.</summary>
    private static (string Name, int Index)[] Match(string path, IReadOnlyList<string> header, string patterns)
    {
        var matches = new SortedSet<int>();
        foreach (var pattern in patterns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Column names are case-sensitive, and a backslash escapes a star that is part of a name.
            var found = Enumerable.Range(0, header.Count).Where(i => FileSystemName.MatchesSimpleExpression(pattern, header[i], ignoreCase: false)).ToArray();
            matches.UnionWith(found);
            if (found.Length > 0)
                continue;
            if (pattern.Contains('*'))
                throw new CsvException(path, $"no column matches '{pattern}'; the columns are {Abbreviate(header)}.");
            var hint = Spelling.Nearest(pattern, header) is { } nearest ? $"did you mean '{nearest}'?" : $"the columns are {Abbreviate(header)}.";
            throw new CsvException(path, $"there is no column '{pattern}'; {hint}");
        }
        return [.. matches.Select(i => (header[i], i))];
    }

    private static string Abbreviate(IReadOnlyList<string> header) =>
        header.Count <= 8 ? string.Join(", ", header) : $"{string.Join(", ", header.Take(5))}, ... {header[^1]} ({header.Count} in all)";

    /// <summary>The sizes of one row's axes: the field's without the batch axis.</summary>
    private static long[] RowShape(string path, TensorField field, int count, string patterns)
    {
        var axes = field.Axes.Axes;
        if (axes.Count == 0 || axes[0].Size.SymbolName is null)
            throw new CsvException(path, $"'{field.Name}' {field.Describe()} has no batch axis that rows could stand along.");

        // One size that the model leaves open is what the columns make it.
        var sizes = axes.Skip(1).Select(axis => axis.Size.Constant).ToArray();
        var known = sizes.Aggregate(1L, (product, size) => product * (size ?? 1));
        var open = sizes.Count(size => size is null);
        if (open > 1 || (open == 1 ? count % known != 0 : count != known))
        {
            var takes = open > 1 ? "leaves more than one size open" : open == 1 ? $"takes a multiple of {known}" : $"takes {known}";
            throw new CsvException(path, $"{count} {(count == 1 ? "column matches" : "columns match")} '{patterns}' but '{field.Name}' {field.Describe()} {takes}.");
        }
        return [.. sizes.Select(size => size ?? (count / known))];
    }
}
