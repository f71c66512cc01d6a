using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Looks at the rows of one field, part by part.</summary>
internal abstract class FieldCheck(TensorField field)
{
    private string? error;

    protected TensorField Field { get; } = field;

    /// <summary>The number of rows seen.</summary>
    protected long Rows { get; private set; }

    /// <summary>What looks at a field; null for one whose numbers may be any.</summary>
    public static FieldCheck? Create(TensorField field) =>
        field.DType.IsFloatingPoint ? new RealCheck(field)
        : field is { Encoding: FieldEncoding.ClassIndex, DType: DType.Int64, Classes: not null } ? new ClassCheck(field)
        : null;

    /// <summary>Looks at the next rows. What it makes on the way is disposed by the caller's scope.</summary>
    public void Add(Tensor rows)
    {
        if (rows.size(0) == 0)
            return;
        var flat = rows.reshape(rows.size(0), -1);
        error ??= FirstError(flat);
        if (error is null)
            Measure(flat);
        Rows += rows.size(0);
    }

    /// <summary>What the rows show.</summary>
    /// <param name="comparesRows">Whether what the rows lack says something.</param>
    public IEnumerable<DataFinding> Findings(bool comparesRows) =>
        error is not null ? [new(DataSeverity.Error, Field.Name, error)]
        : comparesRows ? Warnings().Select(warning => new DataFinding(DataSeverity.Warning, Field.Name, warning))
        : [];

    /// <summary>What no training survives, if there is any; rows along axis 0 and their elements along axis 1.</summary>
    protected abstract string? FirstError(Tensor rows);

    /// <summary>Keeps what <see cref="Warnings"/> needs.</summary>
    protected abstract void Measure(Tensor rows);

    /// <summary>What is suspicious in all rows together.</summary>
    protected abstract IEnumerable<string> Warnings();

    /// <summary>The first row, counted over all parts, and in it the first element, at which something holds; null where nowhere.</summary>
    protected (long Row, long Element)? First(Tensor holds)
    {
        if (!holds.any().ToBoolean())
            return null;
        var at = holds.to_type(ScalarType.Int64).flatten().argmax().ToInt64();
        return (Rows + (at / holds.size(1)), at % holds.size(1));
    }

    /// <summary>Numbers as in messages, the last left out where there are many.</summary>
    protected static string List(IReadOnlyList<long> numbers) =>
        string.Join(", ", numbers.Take(8)) + (numbers.Count > 8 ? FormattableString.Invariant($", ... ({numbers.Count} in all)") : "");
}
