using NeuralDsl.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Looks at the indices of classes.</summary>
internal sealed class ClassCheck(TensorField field) : FieldCheck(field)
{
    private readonly long classes = field.Classes!.Value;
    private readonly HashSet<long> seen = [];

    protected override string? FirstError(Tensor rows)
    {
        var outside = rows.lt(0).logical_or(rows.ge(classes)).logical_and(rows.ne(DataField.IgnoredLabel));
        return First(outside) is var (row, element)
            ? FormattableString.Invariant($"'{Field.Name}' is {rows[row - Rows, element].ToInt64()} in row {row}, but its classes are 0..{classes - 1}.")
            : null;
    }

    protected override void Measure(Tensor rows)
    {
        foreach (var label in rows.cpu().contiguous().data<long>())
            seen.Add(label);
    }

    protected override IEnumerable<string> Warnings()
    {
        seen.Remove(DataField.IgnoredLabel);
        if (seen.Count == 1)
        {
            yield return FormattableString.Invariant($"all labels of '{Field.Name}' are {seen.Single()}: there is nothing to tell apart.");
        }
        else if (Field.Axes.Rank == 1 && seen.Count < classes)
        {
            // Tokens and pixels have classes that no row needs to have.
            long[] empty = [.. Enumerable.Range(0, (int)Math.Min(classes, int.MaxValue)).Select(label => (long)label).Where(label => !seen.Contains(label))];
            yield return $"{(empty.Length == 1 ? "class" : "classes")} {List(empty)} of '{Field.Name}' {(empty.Length == 1 ? "has" : "have")} no row.";
        }
    }
}
