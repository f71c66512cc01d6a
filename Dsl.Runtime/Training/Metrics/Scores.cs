using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Every score with its truth, which exact curves over all thresholds need.</summary>
/// <param name="hasClasses">Whether each of several classes is compared with the rest, by its probability.</param>
/// <param name="limit">The most scores that are kept: with more there are no curves.</param>
internal sealed class Scores(bool hasClasses, long limit)
{
    /// <summary>Scores that are kept where a metric asks for them: some hundred megabytes.</summary>
    public const long Asked = 1 << 24;

    /// <summary>Scores that are kept for the curves alone, which take milliseconds.</summary>
    public const long Unasked = 1 << 18;

    private readonly List<double[]> scores = [];
    private readonly List<long[]> truths = [];
    private int classes = 1;
    private long count;
    private ImmutableArray<(Curve Roc, Curve PrecisionRecall)>? curves;

    private bool IsTooMany => count > limit;

    /// <summary>One for the labels, or one for each class that has rows and is not the only one; none beyond the limit.</summary>
    public ImmutableArray<Curve> Roc => [.. Curves.Select(pair => pair.Roc)];

    /// <summary>Likewise.</summary>
    public ImmutableArray<Curve> PrecisionRecall => [.. Curves.Select(pair => pair.PrecisionRecall)];

    public MetricValue RocAuc => Read(MetricNames.RocAuc, Roc);

    public MetricValue AveragePrecision => Read(MetricNames.AveragePrecision, PrecisionRecall);

    private ImmutableArray<(Curve Roc, Curve PrecisionRecall)> Curves => curves ??= Compute();

    public void Add(Comparison batch)
    {
        curves = null;
        // Probabilities that are equal but for the order of an addition tie when they are rounded.
        var values = hasClasses ? batch.LogProbabilities.to_type(ScalarType.Float32) : batch.Prediction.flatten();
        count += values.numel();
        if (IsTooMany)
        {
            scores.Clear();
            truths.Clear();
            return;
        }
        classes = hasClasses ? batch.ClassCount : 1;
        scores.Add(Comparison.ToArray<double>(values, ScalarType.Float64));
        truths.Add(Comparison.ToArray<long>(hasClasses ? batch.RowClasses : batch.Actual.flatten(), ScalarType.Int64));
    }

    private MetricValue Read(string name, ImmutableArray<Curve> curves)
    {
        const string format = "0.0000";
        if (IsTooMany)
            return MetricValue.Undefined(name, format, FormattableString.Invariant($"more than {limit:N0} scores"));
        if (curves.IsEmpty)
            return MetricValue.Undefined(name, format, "all rows are of one class");
        var without = classes - curves.Length;
        return new(name, curves.Average(curve => curve.Area), format)
        {
            Note = without == 0 ? null : $"the mean over the {curves.Length} classes that have rows; {without} {(without == 1 ? "has" : "have")} none",
        };
    }

    private ImmutableArray<(Curve Roc, Curve PrecisionRecall)> Compute()
    {
        var all = scores.SelectMany(batch => batch).ToArray();
        var actual = truths.SelectMany(batch => batch).ToArray();
        var results = ImmutableArray.CreateBuilder<(Curve, Curve)>();
        for (var i = 0; i < classes && actual.Length > 0; i++)
        {
            var keys = new double[actual.Length];
            var positives = new bool[actual.Length];
            for (var row = 0; row < keys.Length; row++)
            {
                keys[row] = all[(row * classes) + i];
                positives[row] = actual[row] == (hasClasses ? i : 1);
            }
            if (Ranking.Of(keys, positives) is { } ranking)
                results.Add((ranking.Roc(hasClasses ? i : null), ranking.PrecisionRecall(hasClasses ? i : null)));
        }
        return results.ToImmutable();
    }
}
