using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Looks at real numbers: features, probabilities, and what a regression predicts.</summary>
internal sealed class RealCheck(TensorField field) : FieldCheck(field)
{
    private readonly bool isTarget = field.Role == FieldRole.Target;

    // Of every element over the rows; null before the first one, and where they are not compared.
    private double[]? least;
    private double[]? largest;

    protected override string? FirstError(Tensor rows)
    {
        // Masks that are added to the scores of an attention are minus infinity where it must not look.
        var bad = rows.isnan().logical_or(isTarget ? rows.isinf() : rows.isposinf());
        return First(bad) is var (row, element)
            ? FormattableString.Invariant($"'{Field.Name}' is {rows[row - Rows, element].ToDouble()} in row {row}, element {element}; every number must be finite.")
            : null;
    }

    protected override void Measure(Tensor rows)
    {
        // The pixels at the rim of images are often the same in all: elements are compared where each is a feature of its own.
        if (Field.Axes.Rank > 2)
            return;
        least = Combine(least, Numbers(rows.amin([0L])), Math.Min);
        largest = Combine(largest, Numbers(rows.amax([0L])), Math.Max);
    }

    protected override IEnumerable<string> Warnings()
    {
        if (least is null || largest is null)
            yield break;
        long[] constant = [.. Enumerable.Range(0, least.Length).Where(i => least[i] == largest[i]).Select(i => (long)i)];
        if (isTarget && Field.Encoding == FieldEncoding.Distribution)
        {
            long[] empty = [.. constant.Where(i => least[i] == 0)];
            if (empty.Length > 0)
                yield return $"{(empty.Length == 1 ? "class" : "classes")} {List(empty)} of '{Field.Name}' {(empty.Length == 1 ? "has" : "have")} no row.";
        }
        else if (isTarget && constant.Length == least.Length)
        {
            yield return $"'{Field.Name}' is the same in all rows: there is nothing to learn.";
        }
        else if (!isTarget && constant.Length > 0)
        {
            yield return FormattableString.Invariant($"{constant.Length} of {least.Length} features of '{Field.Name}' are the same in all rows: {List(constant)}.");
        }
        if (isTarget && Field.Encoding != FieldEncoding.Any && (least.Min() < 0 || largest.Max() > 1))
            yield return FormattableString.Invariant($"'{Field.Name}' has numbers from {least.Min()} to {largest.Max()}, but they are probabilities.");
    }

    private static double[] Numbers(Tensor row) => row.to_type(ScalarType.Float64).cpu().data<double>().ToArray();

    private static double[] Combine(double[]? before, double[] next, Func<double, double, double> choose)
    {
        for (var i = 0; before is not null && i < next.Length; i++)
            next[i] = choose(before[i], next[i]);
        return next;
    }
}
