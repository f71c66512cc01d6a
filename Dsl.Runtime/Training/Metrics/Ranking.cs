using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>Rows from the highest score to the lowest: how many positives and negatives lie at or above each distinct score.</summary>
internal sealed class Ranking
{
    /// <summary>The points that a curve keeps are at least this far apart.</summary>
    private const double Spacing = 1.0 / 200;

    private readonly List<(long Positives, long Negatives)> steps = [(0, 0)];

    private Ranking(double[] scores, bool[] positives)
    {
        Array.Sort(scores, positives);
        var (above, below) = (0L, 0L);
        for (var i = scores.Length - 1; i >= 0; i--)
        {
            if (positives[i])
                above++;
            else
                below++;
            // Equal scores have no order among them: they are one step.
            if (i == 0 || scores[i - 1] != scores[i])
                steps.Add((above, below));
        }
    }

    private (long Positives, long Negatives) Total => steps[^1];

    /// <summary>Sorts both arrays; null where all rows are positive or all negative, so that there is nothing to rank.</summary>
    public static Ranking? Of(double[] scores, bool[] positives)
    {
        var ranking = new Ranking(scores, positives);
        return ranking.Total is (> 0, > 0) ? ranking : null;
    }

    public Curve Roc(int? @class)
    {
        var area = 0.0;
        for (var i = 1; i < steps.Count; i++)
            area += (steps[i].Negatives - steps[i - 1].Negatives) * 0.5 * (steps[i].Positives + steps[i - 1].Positives);
        var points = steps.Select(step => new CurvePoint((double)step.Negatives / Total.Negatives, (double)step.Positives / Total.Positives));
        return new(@class, Thin(points), area / Total.Positives / Total.Negatives);
    }

    public Curve PrecisionRecall(int? @class)
    {
        var area = 0.0;
        for (var i = 1; i < steps.Count; i++)
            area += (steps[i].Positives - steps[i - 1].Positives) * Precision(steps[i]);
        var points = steps.Skip(1).Select(step => new CurvePoint((double)step.Positives / Total.Positives, Precision(step)));
        return new(@class, Thin(points.Prepend(new(0, 1))), area / Total.Positives);
    }

    private static double Precision((long Positives, long Negatives) step) => (double)step.Positives / (step.Positives + step.Negatives);

    private static ImmutableArray<CurvePoint> Thin(IEnumerable<CurvePoint> points)
    {
        var kept = ImmutableArray.CreateBuilder<CurvePoint>();
        var last = default(CurvePoint);
        foreach (var point in points)
        {
            if (kept.Count == 0 || Math.Max(Math.Abs(point.X - kept[^1].X), Math.Abs(point.Y - kept[^1].Y)) >= Spacing)
                kept.Add(point);
            last = point;
        }
        if (kept[^1] != last)
            kept.Add(last);
        return kept.ToImmutable();
    }
}
