using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Training;

public class EvaluateTests
{
    [Fact]
    public void Loss_is_the_mean_over_rows_whatever_the_batches()
    {
        using var data = HandWritten.Clouds(50);
        using var model = new HandWritten();
        var whole = model.Evaluate(data, batchSize: 50);
        var parts = model.Evaluate(data, batchSize: 7);
        Assert.Equal(whole.Loss, parts.Loss, 1e-6);
        Assert.Equal(whole.Accuracy, parts.Accuracy);
        Assert.Equal(50, parts.Count);
        Assert.Null(whole.MeanAbsoluteError);
    }

    [Fact]
    public void Evaluation_leaves_no_gradients()
    {
        using var data = HandWritten.Clouds(6);
        using var model = new HandWritten();
        model.Evaluate(data);
        Assert.All(model.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Theory]
    [InlineData(LearningTask.BinaryLogits, new[] { -2f, 3f, 0f, 0.4f }, 0.75)]
    [InlineData(LearningTask.BinaryProbabilities, new[] { 0.1f, 0.9f, 0.5f, 0.6f }, 0.75)]
    public void Binary_predictions_have_their_threshold(LearningTask task, float[] predictions, double accuracy)
    {
        var found = Measure(new("", ["p"], ["target"], task), tensor(predictions), tensor(new float[] { 0, 1, 0, 0 }));
        Assert.Equal(accuracy, found.Accuracy);
        Assert.Equal("loss 1.0000, accuracy 75.00 %, precision 0.5000, recall 1.0000, F1 0.6667, ROC AUC 1.0000", found.ToString());
        Assert.Equal("loss 1.0000, accuracy 75.00 %", found.ToLine());
    }

    [Fact]
    public void Classes_stand_along_their_axis()
    {
        var found = Measure(Classes(axis: 1), tensor(new float[] { 0, 9, 9, 0 }, [1, 2, 2]), tensor(new long[] { 1, 1 }, [1, 2]));
        Assert.Equal(0.5, found.Accuracy);
        Assert.Equal([0, 0, 1, 1], Cells(found));
    }

    [Fact]
    public void Shifted_classes_are_those_of_the_next_step()
    {
        var found = Measure(Classes(axis: 2) with { Shift = 1 }, tensor(new float[] { 0, 9, 0, 9, 9, 0 }, [1, 3, 2]), tensor(new long[] { 0, 1, 0 }, [1, 3]), Metric.Accuracy, Metric.TopK);
        Assert.Equal(0.5, found.Accuracy);
        Assert.Equal(1.0, found["top-5 accuracy"]);
        Assert.Equal([0, 1, 0, 1], Cells(found));
    }

    /// <summary>PyTorch's losses leave out the label -100 without being told.</summary>
    [Fact]
    public void The_label_that_no_loss_counts_does_not_count()
    {
        var found = Measure(Classes(axis: 1), tensor(new float[] { 9, 0, 9, 0, 0, 9 }, [3, 2]), tensor(new long[] { -100, 1, 1 }), Metric.Accuracy);
        Assert.Equal(0.5, found.Accuracy);
        Assert.Equal([0, 0, 1, 1], Cells(found));
    }

    [Fact]
    public void Ignored_classes_do_not_count()
    {
        var found = Measure(
            Classes(axis: 1) with { IgnoreIndex = 0 }, tensor(new float[] { 9, 0, 9, 0, 0, 9 }, [3, 2]), tensor(new long[] { 0, 1, 1 }), Metric.Accuracy, Metric.Perplexity);
        Assert.Equal(0.5, found.Accuracy);
        Assert.Equal([0, 0, 1, 1], Cells(found));
        Assert.Equal(Math.Exp(((2 * Math.Log(1 + Math.Exp(9))) - 9) / 2), found["perplexity"]!.Value, 1e-9);
    }

    [Fact]
    public void Where_nothing_counts_every_metric_says_so()
    {
        var found = Measure(
            Classes(axis: 1) with { IgnoreIndex = 0 }, tensor(new float[] { 9, 0, 9, 0 }, [2, 2]), tensor(new long[] { 0, 0 }), Metric.Accuracy, Metric.F1, Metric.RocAuc);
        Assert.Equal("loss 1.0000, accuracy undefined (nothing counts), F1 undefined (nothing counts), ROC AUC undefined (all rows are of one class)", found.ToString());
        Assert.Null(found.Accuracy);
    }

    [Fact]
    public void Of_probabilities_the_largest_is_the_class()
    {
        var found = Measure(
            Classes(axis: 1) with { Task = LearningTask.ClassProbabilities }, tensor(new float[] { 9, 0, 9, 0 }, [2, 2]), tensor(new[] { 0.6f, 0.4f, 0.1f, 0.9f }, [2, 2]), Metric.Accuracy, Metric.Perplexity);
        Assert.Equal(0.5, found.Accuracy);
        // The cross-entropy of 0.6, 0.4 and of 0.1, 0.9.
        Assert.Equal(Math.Exp(Math.Log(1 + Math.Exp(-9)) + (9 * (0.4 + 0.9) / 2)), found["perplexity"]!.Value, 1e-3);
    }

    [Fact]
    public void Real_numbers_have_a_mean_absolute_error()
    {
        var found = Measure(new("MSELoss", ["p"], ["target"], LearningTask.Regression), tensor(new float[] { 1, 2, 2, 4 }), tensor(new float[] { 2, 4, 2, 4 }));
        Assert.Equal(0.75, found.MeanAbsoluteError);
        Assert.Null(found.Accuracy);
        Assert.Empty(found.Roc);
        Assert.Null(found.Confusion);
    }

    [Fact]
    public void A_vocabulary_has_no_matrix()
    {
        var classes = ConfusionMatrix.MaxClasses + 1;
        var found = Measure(Classes(axis: 1), eye(classes), arange(classes, ScalarType.Int64), Metric.F1, Metric.RocAuc);
        Assert.Null(found.Confusion);
        Assert.Equal((classes, 1.0, 1.0), (found.PerClass.Length, found["F1"], found["ROC AUC"]));
        Assert.Empty(Measure(Classes(axis: 1), eye(classes), arange(classes, ScalarType.Int64)).Roc);
    }

    [Fact]
    public void A_curve_keeps_some_points_and_its_whole_area()
    {
        var prediction = linspace(-1, 1, 20_001);
        var found = Measure(new("", ["p"], ["target"], LearningTask.BinaryLogits), prediction, prediction.gt(0.3).logical_xor(prediction.gt(0.9)).to_type(ScalarType.Float32));
        Assert.All([.. found.Roc, .. found.PrecisionRecall], curve => Assert.InRange(curve.Points.Length, 50, 500));
        var (first, last) = (found.Roc[0].Points[0], found.Roc[0].Points[^1]);
        Assert.Equal((0, 0, 1, 1), (first.X, first.Y, last.X, last.Y));
        Assert.Equal(found.Roc[0].Area, found["ROC AUC"]);
    }

    [Fact]
    public void A_metric_of_another_task_is_refused()
    {
        var message = Assert.Throws<ArgumentException>(() => Measure(Classes(axis: 1), eye(2), arange(2, ScalarType.Int64), Metric.RSquared)).Message;
        Assert.Equal("RSquared does not measure what CrossEntropyLoss compares.", message);
    }

    [Theory]
    [InlineData(new[] { Metric.F1, Metric.RocAuc }, "loss 1.0000, accuracy 100.00 %")]
    [InlineData(new[] { Metric.F1, Metric.TopK, Metric.Perplexity }, "loss 1.0000, top-5 accuracy 100.00 %, perplexity 1.74")]
    public void While_the_weights_change_only_sums_are_measured(Metric[] asked, string line)
    {
        var measurements = new Measurements(Classes(axis: 1), new() { Metrics = [.. asked] }, isWhole: false);
        measurements.Add(eye(3), arange(3, ScalarType.Int64));
        var found = measurements.Read(3, 1);
        Assert.Equal(line, found.ToString());
        Assert.Null(found.Confusion);
        Assert.Empty(found.Roc);
    }

    private static LossInfo Classes(int axis) => new("CrossEntropyLoss", ["p"], ["target"], LearningTask.Classification, ClassAxis: axis);

    private static Evaluation Measure(LossInfo loss, Tensor prediction, Tensor target, params Metric[] metrics)
    {
        var measurements = new Measurements(loss, new() { Metrics = [.. metrics] }, isWhole: true);
        measurements.Add(prediction, target);
        return measurements.Read(target.size(0), 1);
    }

    private static long[] Cells(Evaluation found) => [.. from actual in new[] { 0, 1 } from predicted in new[] { 0, 1 } select found.Confusion![actual, predicted]];
}
