using System.Globalization;

namespace NeuralDsl.Benchmarks;

/// <summary>What the rows say together, and which bounds they keep.</summary>
internal static class StepSummary
{
    private const double MostOfAny = 1.0, MostOfTiny = 0.5, MostOfMean = 0.7;

    public static IEnumerable<string> Of(IReadOnlyList<StepRow> rows)
    {
        foreach (var part in rows.GroupBy(row => (row.Mode, row.Size.Name, row.Threads)).OrderBy(part => part.Key.Mode).ThenBy(part => part.Key.Threads))
        {
            var worst = part.MaxBy(row => row.Generated.Ratio)!;
            var mean = Statistics.GeometricMean(part.Select(row => row.Generated.Ratio));
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{StepTable.Title(part.Key.Mode)}, {part.Key.Name}, {Threads(part.Key.Threads)}: geometric mean of the ratios {mean:0.00}, the worst {worst.Generated.Ratio:0.00} ({worst.Sample.Name}).");
        }
        var misses = Misses(rows).ToArray();
        yield return misses.Length == 0 ? "All bounds are kept." : $"Bounds that are not kept: {string.Join("; ", misses)}.";
    }

    private static IEnumerable<string> Misses(IReadOnlyList<StepRow> rows)
    {
        var own = rows.Where(row => row.IsSample).ToArray();
        foreach (var row in own.Where(row => row.Generated.Ratio > (row.Sample.IsTiny ? MostOfTiny : MostOfAny)))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Sample.Name} takes {row.Generated.Ratio:0.00} with {Threads(row.Threads)}, at most {(row.Sample.IsTiny ? MostOfTiny : MostOfAny):0.0}");
        }
        foreach (var part in own.GroupBy(row => row.Threads))
        {
            var mean = Statistics.GeometricMean(part.Select(row => row.Generated.Ratio));
            if (mean > MostOfMean)
                yield return string.Create(CultureInfo.InvariantCulture, $"the geometric mean is {mean:0.00} with {Threads(part.Key)}, at most {MostOfMean:0.0}");
        }
        foreach (var row in rows.Where(row => row.Generated.Peak > row.PyTorch.Peak))
        {
            var what = $"{row.Sample.Name}, {row.Size.Name}, {StepTable.Name(row.Mode)} with {Threads(row.Threads)}";
            yield return $"{what}, needs {(long)row.Generated.Peak >> 20} MiB, PyTorch {(long)row.PyTorch.Peak >> 20}";
        }
    }

    /// <summary>So many threads.</summary>
    public static string Threads(int threads) => threads == 1 ? "one thread" : $"{threads} threads";
}
