using System.Collections.Immutable;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Looks at rows before any training: what fails there after hours should fail at once, in words.</summary>
internal static class DataCheck
{
    private const int RowsAtOnce = 4096;

    /// <summary>What all rows show.</summary>
    public static IReadOnlyList<DataFinding> Run<TBatch>(DataSet<TBatch> data) where TBatch : struct, IBatch<TBatch> =>
        Run(data.Batches(RowsAtOnce), data.Count > 1);

    /// <summary>
    /// The warnings before a training on rows: of a set by all its rows, of a stream by its first ones, where what few rows lack says nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The rows cannot be learned from.</exception>
    public static IReadOnlyList<DataFinding> BeforeTraining<TBatch>(IBatchSource<TBatch> source) where TBatch : struct, IBatch<TBatch>
    {
        var findings = source is DataSet<TBatch> rows ? Run(rows) : Run(source.Batches(RowsAtOnce).Take(1), comparesRows: false);
        return Errors(findings) is { Length: > 0 } errors ? throw new ArgumentException(errors) : findings;
    }

    /// <summary>Throws where the rows of a file cannot be learned from.</summary>
    /// <exception cref="DataException">So it is.</exception>
    public static void ThrowIfUnusable<TBatch>(DataSet<TBatch> data, string path) where TBatch : struct, IBatch<TBatch>
    {
        if (Errors(Run(data)) is { Length: > 0 } errors)
            throw new DataException(path, errors);
    }

    private static string Errors(IReadOnlyList<DataFinding> findings) =>
        string.Join(' ', findings.Where(finding => finding.Severity == DataSeverity.Error).Select(finding => finding.Message));

    private static ImmutableArray<DataFinding> Run<TBatch>(IEnumerable<TBatch> batches, bool comparesRows) where TBatch : struct, IBatch<TBatch>
    {
        var checks = TBatch.Fields.Select(FieldCheck.Create).ToArray();
        using var withoutGradients = no_grad();
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            for (var i = 0; i < checks.Length; i++)
            {
                if (batch[i] is { } rows)
                    checks[i]?.Add(rows);
            }
        }
        return [.. checks.SelectMany(check => check?.Findings(comparesRows) ?? [])];
    }
}
