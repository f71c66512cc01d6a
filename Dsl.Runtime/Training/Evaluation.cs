using System.Collections.Immutable;
using System.Globalization;

namespace NeuralDsl;

/// <summary>How well a model predicts a set of rows.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="Loss">The mean of the batches' losses, each counted by its rows.</param>
/// <param name="Metrics">What the loss's task asks for: accuracy for classes and labels, the mean absolute error for real numbers.</param>
public sealed record Evaluation(long Count, double Loss, ImmutableArray<MetricValue> Metrics)
{
    /// <summary>
    /// The share of correct predictions, between 0 and 1; null for a regression. A binary prediction counts as 1 above a
    /// probability of one half.
    /// </summary>
    public double? Accuracy => this[NeuralDsl.Accuracy.Name];

    /// <summary>The mean distance between prediction and target, in the target's unit; null unless the task is a regression.</summary>
    public double? MeanAbsoluteError => this[NeuralDsl.MeanAbsoluteError.Name];

    /// <summary>The value of a metric by name, or null where the task does not have it.</summary>
    public double? this[string metric]
    {
        get
        {
            foreach (var value in Metrics)
            {
                if (value.Name == metric)
                    return value.Value;
            }
            return null;
        }
    }

    /// <summary>Loss and metrics, such as <c>loss 0.0512, accuracy 98.33 %</c>.</summary>
    public override string ToString() =>
        string.Join(", ", [$"loss {Loss.ToString("0.0000", CultureInfo.InvariantCulture)}", .. Metrics.Select(metric => metric.ToString())]);
}
