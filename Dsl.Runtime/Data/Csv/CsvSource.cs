using NeuralDsl.Data;

namespace NeuralDsl;

/// <summary>The rows of a CSV file whose first line names the columns.</summary>
/// <param name="path">The file.</param>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public sealed class CsvSource<TBatch>(string path) : DataSource<TBatch>(path) where TBatch : struct, IBatch<TBatch>
{
    /// <inheritdoc cref="CsvOptions.Features"/>
    public string Features { get; init; } = "*";

    /// <inheritdoc cref="CsvOptions.Target"/>
    public string? Target { get; init; }

    /// <inheritdoc cref="CsvOptions.Columns"/>
    public string? Columns { get; init; }

    /// <inheritdoc cref="CsvOptions.Scale"/>
    public double Scale { get; init => field = CsvOptions.FactorOf(value); } = 1;

    /// <inheritdoc cref="CsvOptions.Separator"/>
    public char Separator { get; init; } = ',';

    /// <inheritdoc cref="CsvOptions.Labels"/>
    public LabelEncoding Labels { get; init; }

    /// <inheritdoc cref="CsvOptions.Classes"/>
    public string? Classes { get; init; }

    private CsvOptions Options => new()
    {
        Features = Features, Target = Target, Columns = Columns, Scale = Scale, Separator = Separator, Labels = Labels, Classes = Classes,
    };

    private protected override DataParts<TBatch> Read(string path, string? test, int seed) => Read(path, test, seed, (file, classes, isLabelled) =>
    {
        using var table = new CsvTable<TBatch>(file, Options, classes, isLabelled);
        var rows = Csv.ReadFirst(file, table);
        return (rows, table.Classes);
    });

    private protected override DataManifest Describe(string path)
    {
        using var table = new CsvTable<TBatch>(path, Options);
        var count = 0L;
        // Part by part: the file may be larger than memory.
        for (var next = Csv.ReadFirst(path, table, 1024); next is not null; next = table.ReadRows(1024))
        {
            count += next.Count;
            next.Dispose();
        }
        return new() { Rows = count, Columns = table.Header.Count, Header = table.Header, Classes = table.Classes, LabelRange = table.Labels?.Range };
    }
}
