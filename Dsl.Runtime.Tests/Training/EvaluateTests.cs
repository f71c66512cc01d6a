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
        var metric = new Accuracy(new("", ["p"], ["target"], task));
        using var prediction = tensor(predictions);
        using var target = tensor(new float[] { 0, 1, 0, 0 });
        metric.Add(prediction, target);
        Assert.Equal(accuracy, metric.Value.Value);
        Assert.Equal("accuracy 75.00 %", metric.Value.ToString());
    }

    [Fact]
    public void Classes_stand_along_their_axis()
    {
        var metric = new Accuracy(new("CrossEntropyLoss", ["p"], ["target"], LearningTask.Classification, ClassAxis: 1));
        using var prediction = tensor(new float[] { 0, 9, 9, 0 }, [1, 2, 2]);
        using var target = tensor(new long[] { 1, 1 }, [1, 2]);
        metric.Add(prediction, target);
        Assert.Equal(0.5, metric.Value.Value);
    }

    [Fact]
    public void Shifted_classes_are_those_of_the_next_step()
    {
        var metric = new Accuracy(new("CrossEntropyLoss", ["p"], ["target"], LearningTask.Classification, ClassAxis: 2, Shift: 1));
        using var prediction = tensor(new float[] { 0, 9, 0, 9, 9, 0 }, [1, 3, 2]);
        using var target = tensor(new long[] { 0, 1, 0 }, [1, 3]);
        metric.Add(prediction, target);
        Assert.Equal(0.5, metric.Value.Value);
    }

    [Fact]
    public void Ignored_classes_do_not_count()
    {
        var metric = new Accuracy(new("CrossEntropyLoss", ["p"], ["target"], LearningTask.Classification, ClassAxis: 1, IgnoreIndex: 0));
        using var prediction = tensor(new float[] { 9, 0, 9, 0, 0, 9 }, [3, 2]);
        using var target = tensor(new long[] { 0, 1, 1 });
        metric.Add(prediction, target);
        Assert.Equal(0.5, metric.Value.Value);
    }

    [Fact]
    public void Of_probabilities_the_largest_is_the_class()
    {
        var metric = Assert.Single(Measurement.For(new("CrossEntropyLoss", ["p"], ["target"], LearningTask.ClassProbabilities, ClassAxis: 1)));
        using var prediction = tensor(new float[] { 9, 0, 9, 0 }, [2, 2]);
        using var target = tensor(new float[] { 0.6f, 0.4f, 0.1f, 0.9f }, [2, 2]);
        metric.Add(prediction, target);
        Assert.Equal(0.5, metric.Value.Value);
    }

    [Fact]
    public void Real_numbers_have_a_mean_absolute_error()
    {
        var metric = Assert.Single(Measurement.For(new("MSELoss", ["p"], ["target"], LearningTask.Regression)));
        using var prediction = tensor(new float[] { 1, 2 });
        using var target = tensor(new float[] { 2, 4 });
        metric.Add(prediction, target);
        metric.Add(target, target);
        Assert.Equal(0.75, new Evaluation(4, 1, [metric.Value]).MeanAbsoluteError);
    }
}
