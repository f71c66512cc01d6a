using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What is measured of predictions beside the loss. A new metric is one line of <see cref="Create"/>.</summary>
internal sealed class Measurements
{
    private readonly LossInfo loss;
    private readonly Func<MetricValue>[] values;
    private readonly List<Measurement> means = [];
    private readonly int headlines;
    private ClassCounts? counts;
    private Scores? scores;

    /// <param name="loss">What the prediction is for.</param>
    /// <param name="training">Says which metrics are asked for; none means what the task asks for.</param>
    /// <param name="isWhole">
    /// Whether everything is measured, as an evaluation does; while the weights change, only what sums say is.
    /// </param>
    /// <exception cref="ArgumentException">A metric does not fit the loss's task.</exception>
    public Measurements(LossInfo loss, TrainingDefaults training, bool isWhole)
    {
        this.loss = loss;
        var byTask = ByTask(loss.Task);
        var asked = training.Metrics.IsEmpty ? byTask : training.Metrics;
        if (!isWhole)
            asked = [.. asked.Where(IsSum).DefaultIfEmpty(byTask.FirstOrDefault()).Where(metric => Fits(metric))];
        headlines = training.Metrics.IsEmpty ? 1 : asked.Length;
        if (isWhole && IsDiscrete)
        {
            counts = new(Comparison.HasClasses(loss));
            scores = new(Comparison.HasClasses(loss), asked.Any(metric => metric is Metric.RocAuc or Metric.AveragePrecision) ? Scores.Asked : Scores.Unasked);
        }
        values = [.. asked.Distinct().Select(metric => Fits(metric)
            ? Create(metric, training.TopK)
            : throw new ArgumentException($"{metric} does not measure what {loss.Operator} compares."))];
    }

    private bool IsDiscrete => IsDiscreteIn(loss);

    /// <summary>Gathers one batch.</summary>
    public void Add(Tensor prediction, Tensor target)
    {
        using var scope = NewDisposeScope();
        var batch = new Comparison(loss, prediction, target);
        foreach (var mean in means)
            mean.Add(batch);
        counts?.Add(batch);
        scores?.Add(batch);
    }

    /// <summary>What was gathered, with the loss of as many rows.</summary>
    public Evaluation Read(long rows, double meanLoss) => new(rows, meanLoss, [.. values.Select(value => value())])
    {
        Headlines = headlines,
        Confusion = counts?.Confusion,
        PerClass = counts?.PerClass ?? [],
        Roc = scores?.Roc ?? [],
        PrecisionRecall = scores?.PrecisionRecall ?? [],
    };

    private static ImmutableArray<Metric> ByTask(LearningTask task) => task switch
    {
        LearningTask.Classification or LearningTask.ClassProbabilities => [Metric.Accuracy],
        LearningTask.BinaryLogits or LearningTask.BinaryProbabilities => [Metric.Accuracy, Metric.Precision, Metric.Recall, Metric.F1, Metric.RocAuc],
        LearningTask.Regression => [Metric.MeanAbsoluteError],
        _ => [],
    };

    private static bool IsDiscreteIn(LossInfo loss) => loss.Task is not (LearningTask.Regression or LearningTask.Other);

    private static bool IsSum(Metric metric) => metric is Metric.Accuracy or Metric.TopK or Metric.Perplexity
        or Metric.MeanAbsoluteError or Metric.RootMeanSquaredError or Metric.RSquared;

    /// <summary>Whether a metric measures what a loss compares.</summary>
    public static bool Fits(LossInfo loss, Metric metric) => metric switch
    {
        Metric.MeanAbsoluteError or Metric.RootMeanSquaredError or Metric.RSquared => loss.Task == LearningTask.Regression,
        Metric.TopK or Metric.Perplexity => Comparison.HasClasses(loss),
        _ => IsDiscreteIn(loss),
    };

    private bool Fits(Metric metric) => Fits(loss, metric);

    private Func<MetricValue> Create(Metric metric, int topK)
    {
        return metric switch
        {
            Metric.Accuracy => Of(Mean.Accuracy),
            Metric.TopK => Of(Mean.TopK(topK)),
            Metric.Perplexity => Of(Mean.Perplexity),
            Metric.MeanAbsoluteError => Of(Mean.AbsoluteError),
            Metric.RootMeanSquaredError => Of(Mean.SquaredError),
            Metric.RSquared => Of(new RSquared()),
            Metric.Precision => () => counts!.Precision,
            Metric.Recall => () => counts!.Recall,
            Metric.F1 => () => counts!.F1,
            Metric.MicroF1 => () => counts!.MicroF1,
            Metric.RocAuc => () => scores!.RocAuc,
            Metric.AveragePrecision => () => scores!.AveragePrecision,
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
        };

        Func<MetricValue> Of(Measurement measurement)
        {
            means.Add(measurement);
            return () => measurement.Value;
        }
    }
}
