using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A mean over elements, or a function of one.</summary>
/// <param name="name">The metric's name.</param>
/// <param name="format">How it is printed.</param>
/// <param name="measure">A sum over a batch and the number of elements that it is the sum of.</param>
/// <param name="finish">What is made of the mean; null for nothing.</param>
internal sealed class Mean(string name, string format, Func<Comparison, (double Sum, long Count)> measure, Func<double, double>? finish = null) : Measurement
{
    private double sum;
    private double count;

    public override MetricValue Value => count == 0 ? MetricValue.Undefined(name, format, "nothing counts") : new(name, finish is null ? sum / count : finish(sum / count), format);

    public static Mean Accuracy => new(MetricNames.Accuracy, "0.00 %", batch =>
    {
        var correct = batch.Predicted.eq(batch.Actual);
        return batch.Counts is { } counts
            ? (correct.logical_and(counts).sum().ToDouble(), counts.sum().ToInt64())
            : (correct.sum().ToDouble(), correct.numel());
    });

    /// <summary>A class is beaten by those with a higher score and, so that the first class of all equal ones wins, by those before it with the same.</summary>
    public static Mean TopK(int k) => new(MetricNames.TopK(k), "0.00 %", batch =>
    {
        var classes = batch.RowClasses.unsqueeze(1);
        var own = batch.Rows.gather(1, classes);
        var before = arange(batch.ClassCount, ScalarType.Int64, batch.Rows.device).lt(classes);
        var better = batch.Rows.gt(own).logical_or(batch.Rows.eq(own).logical_and(before));
        return (better.sum([1L]).lt(k).sum().ToDouble(), batch.Rows.size(0));
    });

    public static Mean Perplexity => new(MetricNames.Perplexity, "0.00", batch =>
    {
        var likely = ReferenceEquals(batch.Actual, batch.Target)
            ? batch.LogProbabilities.gather(1, batch.RowClasses.unsqueeze(1))
            : batch.LogProbabilities.mul(batch.TargetRows);
        return (-likely.sum().ToDouble(), batch.Rows.size(0));
    }, Math.Exp);

    public static Mean AbsoluteError => new(MetricNames.MeanAbsoluteError, "0.0000", batch => (Difference(batch).abs().sum().ToDouble(), batch.Target.numel()));

    public static Mean SquaredError => new(MetricNames.RootMeanSquaredError, "0.0000", batch => (Difference(batch).square().sum().ToDouble(), batch.Target.numel()), Math.Sqrt);

    public override void Add(Comparison batch)
    {
        var (batchSum, batchCount) = measure(batch);
        sum += batchSum;
        count += batchCount;
    }

    private static Tensor Difference(Comparison batch) => batch.Prediction.sub(batch.Target).to_type(ScalarType.Float64);
}
