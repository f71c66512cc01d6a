using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>How often each class, or label, was predicted, meant, and both: what precision, recall and the confusion matrix are made of.</summary>
internal sealed class ClassCounts(bool hasClasses)
{
    private long[] correct = [];
    private long[] predicted = [];
    private long[] actual = [];
    private long[]? confusion;

    /// <summary>Which class was taken for which; null before the first batch, and beyond <see cref="ConfusionMatrix.MaxClasses"/>.</summary>
    public ConfusionMatrix? Confusion => confusion is null ? null : new(actual.Length, [.. confusion]);

    /// <summary>Each class by itself.</summary>
    public ImmutableArray<ClassMetrics> PerClass => [.. Enumerable.Range(0, actual.Length).Select(Of)];

    /// <summary>Of labels the share of predicted ones that are right, of classes its mean over those that occur.</summary>
    public MetricValue Precision => Read(MetricNames.Precision, metrics => metrics.Precision);

    public MetricValue Recall => Read(MetricNames.Recall, metrics => metrics.Recall);

    public MetricValue F1 => Read(MetricNames.F1, metrics => metrics.F1);

    /// <summary>Where every row has one class, all errors counted together make F1 the accuracy.</summary>
    public MetricValue MicroF1 => !hasClasses ? F1 with { Name = MetricNames.MicroF1 }
        : actual.Sum() is var total and > 0 ? new(MetricNames.MicroF1, (double)correct.Sum() / total, "0.0000")
        : MetricValue.Undefined(MetricNames.MicroF1, "0.0000", "nothing counts");

    public void Add(Comparison batch)
    {
        if (actual.Length == 0)
        {
            var classes = batch.ClassCount;
            (correct, predicted, actual) = (new long[classes], new long[classes], new long[classes]);
            confusion = classes <= ConfusionMatrix.MaxClasses ? new long[classes * classes] : null;
        }
        var (guesses, truths) = batch.ToIndices();
        for (var i = 0; i < truths.Length; i++)
        {
            var (guess, truth) = (guesses[i], truths[i]);
            // An index that the loss ignores without being told so, PyTorch's -100, is no class.
            if (truth < 0 || truth >= actual.Length)
                continue;
            predicted[guess]++;
            actual[truth]++;
            if (guess == truth)
                correct[truth]++;
            if (confusion is not null)
                confusion[(truth * actual.Length) + guess]++;
        }
    }

    private ClassMetrics Of(int index) => new(
        index,
        Ratio(correct[index], predicted[index]),
        Ratio(correct[index], actual[index]),
        Ratio(2 * correct[index], predicted[index] + actual[index]),
        actual[index]);

    private MetricValue Read(string name, Func<ClassMetrics, double> value)
    {
        const string format = "0.0000";
        if (actual.Sum() == 0)
            return MetricValue.Undefined(name, format, "nothing counts");
        if (!hasClasses)
        {
            var note = actual[1] == 0 ? "no row is positive" : predicted[1] == 0 ? "nothing is predicted positive" : null;
            return new(name, value(Of(1)), format) { Note = note };
        }
        var occurring = PerClass.Where(metrics => actual[metrics.Class] + predicted[metrics.Class] > 0).ToArray();
        var absent = actual.Length - occurring.Length;
        return new(name, occurring.Average(value), format)
        {
            Note = absent == 0 ? null : $"the mean over the {occurring.Length} classes that occur; {absent} {(absent == 1 ? "does" : "do")} not",
        };
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
