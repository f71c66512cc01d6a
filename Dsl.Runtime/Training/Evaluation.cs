using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace NeuralDsl;

/// <summary>How well a model predicts a set of rows.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="Loss">The mean of the batches' losses, each counted by its rows; of a model with phases, the sum of theirs.</param>
/// <param name="Metrics">
/// What <c>[Metrics]</c> asks for. Otherwise what the first loss's task asks for: for classes the accuracy, for labels accuracy, precision, recall, F1 and the area
/// under the ROC, for real numbers the mean absolute error. Of a model with phases, the loss and the metrics of each, behind its name: <c>critic loss</c>.
/// </param>
public sealed record Evaluation(long Count, double Loss, ImmutableArray<MetricValue> Metrics)
{
    internal const string LossFormat = "0.0000";

    /// <summary>
    /// The share of correct predictions, between 0 and 1; null for a regression. A binary prediction counts as 1 above a
    /// probability of one half.
    /// </summary>
    public double? Accuracy => this[MetricNames.Accuracy];

    /// <summary>The mean distance between prediction and target, in the target's unit; null unless the task is a regression.</summary>
    public double? MeanAbsoluteError => this[MetricNames.MeanAbsoluteError];

    /// <summary>
    /// Which class was taken for which; null for other tasks, above <see cref="ConfusionMatrix.MaxClasses"/> classes, and while training, where
    /// neither this nor the following is gathered.
    /// </summary>
    [JsonIgnore]
    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>Precision, recall and F1 of every class, or of the labels 0 and 1; empty for other tasks.</summary>
    [JsonIgnore]
    public ImmutableArray<ClassMetrics> PerClass { get; init; } = [];

    /// <summary>
    /// The shares of positives and negatives above every threshold: one curve for labels, for classes one each against the rest. Empty for other tasks, and above
    /// 2^24 scores, or 2^18 where no metric asks for the curves.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<Curve> Roc { get; init; } = [];

    /// <summary>Precision over recall, likewise.</summary>
    [JsonIgnore]
    public ImmutableArray<Curve> PrecisionRecall { get; init; } = [];

    /// <summary>The loss of each phase; null for one that saw no batch.</summary>
    [JsonIgnore]
    internal ImmutableArray<double?> PhaseLosses { get; init; } = [];

    /// <summary>How many of the metrics stand in a line of progress.</summary>
    internal int Headlines { get; init; } = int.MaxValue;

    /// <summary>The value of a metric by name, or null where the task does not have it or the rows leave it undefined.</summary>
    public double? this[string metric]
    {
        get
        {
            foreach (var value in Metrics)
            {
                if (value.Name == metric)
                    return value.IsDefined ? value.Value : null;
            }
            return null;
        }
    }

    /// <summary>Loss and metrics, such as <c>loss 0.0512, accuracy 98.33 %</c>.</summary>
    public override string ToString() => Line(Metrics);

    /// <summary>The loss and the metrics that were asked for, or the first of those that belong to the task.</summary>
    internal string ToLine() => Line(Metrics.Take(Headlines));

    private string Line(IEnumerable<MetricValue> metrics) =>
        string.Join(", ", [$"loss {Loss.ToString(LossFormat, CultureInfo.InvariantCulture)}", .. metrics.Select(metric => metric.ToString())]);
}
