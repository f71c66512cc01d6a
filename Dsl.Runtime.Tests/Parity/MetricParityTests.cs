using System.Collections.Immutable;
using NeuralDsl.Parity;

namespace NeuralDsl.Tests.Parity;

/// <summary>Metrics, gathered in batches, against scikit-learn's of all rows: with ties, missing classes and rows of one class.</summary>
public class MetricParityTests
{
    private const int Cases = 60;

    /// <summary>It ends with the tests, when nobody is there to ask.</summary>
    private static readonly PyTorch ScikitLearn = new("metrics.py");

    [Fact]
    public void Classes_are_measured_as_scikit_learn_does()
    {
        ImmutableArray<Metric> asked =
        [
            Metric.Accuracy, Metric.TopK, Metric.Precision, Metric.Recall, Metric.F1, Metric.MicroF1, Metric.RocAuc, Metric.AveragePrecision, Metric.Perplexity,
        ];
        var undefined = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var numbers = new Random(seed);
            var (rows, classes) = (numbers.Next(1, 60), numbers.Next(2, 8));
            var meant = numbers.Next(1, classes + 1);
            var k = numbers.Next(1, classes);
            using var prediction = Predictions(numbers, rows, classes);
            using var target = tensor(Enumerable.Range(0, rows).Select(_ => (long)numbers.Next(meant)).ToArray());
            var loss = new LossInfo("CrossEntropyLoss", ["p"], ["target"], LearningTask.Classification, ClassAxis: 1);
            var found = Measure(loss, new() { Metrics = asked, TopK = k }, prediction, target, numbers);

            var expected = Ask("classes", prediction, target, k);
            AssertSame(seed, expected, found);
            undefined += found.Metrics.Count(metric => !metric.IsDefined);
            Assert.Equal(expected["ROCs"].data<double>().ToArray(), found.Roc.Select(curve => curve.Area), Same);
            if (expected.TryGetValue("whole ROC AUC", out var whole))
                Assert.Equal(whole.ToDouble(), found["ROC AUC"]!.Value, 1e-9);
        }
        Assert.NotEqual(0, undefined);
    }

    [Theory]
    [InlineData(LearningTask.BinaryLogits, 0.0)]
    [InlineData(LearningTask.BinaryProbabilities, 0.5)]
    public void Labels_are_measured_as_scikit_learn_does(LearningTask task, double threshold)
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var numbers = new Random(seed);
            var (rows, labels) = (numbers.Next(1, 60), numbers.Next(1, 4));
            var share = numbers.Next(5) / 4.0;
            using var scores = Predictions(numbers, rows, labels);
            using var prediction = task == LearningTask.BinaryLogits ? scores.alias() : scores.sigmoid();
            using var target = tensor(Enumerable.Range(0, rows * labels).Select(_ => numbers.NextDouble() < share ? 1f : 0f).ToArray(), [rows, labels]);
            var training = new TrainingDefaults { Metrics = [Metric.Accuracy, Metric.Precision, Metric.Recall, Metric.F1, Metric.RocAuc, Metric.AveragePrecision] };
            var found = Measure(new LossInfo("", ["p"], ["target"], task), training, prediction, target, numbers);
            AssertSame(seed, Ask("labels", prediction, target, threshold: threshold), found);
        }
    }

    [Fact]
    public void Real_numbers_are_measured_as_scikit_learn_does()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var numbers = new Random(seed);
            var (rows, columns) = (numbers.Next(1, 60), numbers.Next(1, 4));
            using var prediction = Predictions(numbers, rows, columns);
            // A column that does not vary has no variance to explain.
            using var target = seed % 5 == 0 ? ones(rows, columns) : Predictions(numbers, rows, columns) + 1e3;
            var training = new TrainingDefaults { Metrics = [Metric.MeanAbsoluteError, Metric.RootMeanSquaredError, Metric.RSquared] };
            var found = Measure(new LossInfo("MSELoss", ["p"], ["target"], LearningTask.Regression), training, prediction, target, numbers);
            AssertSame(seed, Ask("numbers", prediction, target), found, tolerance: 1e-6);
        }
    }

    private static bool Same(double expected, double found) => Math.Abs(expected - found) <= 1e-9;

    /// <summary>Normally distributed, half of the time rounded so that many are equal.</summary>
    private static Tensor Predictions(Random numbers, int rows, int columns)
    {
        var isCoarse = numbers.Next(2) == 0;
        return tensor(
            Enumerable.Range(0, rows * columns).Select(_ => (float)(isCoarse ? numbers.Next(-2, 3) : (numbers.NextDouble() * 6) - 3)).ToArray(), [rows, columns]);
    }

    private static Evaluation Measure(LossInfo loss, TrainingDefaults training, Tensor prediction, Tensor target, Random numbers)
    {
        var measurements = new Measurements(loss, training, isWhole: true);
        var rows = target.size(0);
        for (long start = 0, length; start < rows; start += length)
        {
            length = Math.Min(rows - start, numbers.Next(1, 25));
            using var some = prediction.narrow(0, start, length);
            using var targets = target.narrow(0, start, length);
            measurements.Add(some, targets);
        }
        return measurements.Read(rows, 1);
    }

    private static Dictionary<string, Tensor> Ask(string kind, Tensor prediction, Tensor target, int k = 1, double threshold = 0) =>
        ScikitLearn.Ask(new { Kind = kind, K = k, Threshold = threshold }, new Dictionary<string, Tensor> { ["prediction"] = prediction, ["target"] = target });

    private static void AssertSame(int seed, Dictionary<string, Tensor> expected, Evaluation found, double tolerance = 1e-9)
    {
        foreach (var metric in found.Metrics)
        {
            if (!expected.TryGetValue(metric.Name, out var value))
            {
                // scikit-learn has no top-k of two classes, where it is the accuracy.
                if (!metric.Name.StartsWith("top-", StringComparison.Ordinal))
                    Assert.False(metric.IsDefined, $"case {seed}: {metric} is undefined in scikit-learn.");
                continue;
            }
            Assert.True(Math.Abs(value.ToDouble() - metric.Value) <= tolerance * Math.Max(1, Math.Abs(value.ToDouble())), $"case {seed}: {metric.Name} is {metric.Value:R}, scikit-learn's {value.ToDouble():R}.");
        }
        if (expected.TryGetValue("confusion", out var confusion))
        {
            var count = found.Confusion!.Classes;
            var cells = from actual in Enumerable.Range(0, count) from predicted in Enumerable.Range(0, count) select (double)found.Confusion[actual, predicted];
            Assert.Equal(confusion.data<double>().ToArray(), cells);
            Assert.Equal(expected["per class"].data<double>().ToArray(), found.PerClass.SelectMany(row => new[] { row.Precision, row.Recall, row.F1, row.Support }), Same);
        }
    }
}
