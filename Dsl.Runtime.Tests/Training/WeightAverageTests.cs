using NeuralDsl.Parity;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Training;

/// <summary>The average of the weights against PyTorch's <c>AveragedModel</c>.</summary>
public class WeightAverageTests
{
    private const double Decay = 0.8;

    private static readonly PyTorch PyTorch = new("averages.py");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_model_ends_with_PyTorch_s_average_of_its_steps(bool isFlat)
    {
        using var data = HandWritten.Clouds(40);
        HandWritten model = null!;
        using var _ = model = new() { NewOptimizer = parameters => isFlat ? new NeuralDsl.Optimizers.SGD(FlatParameters.Of(model).Select(), 0.1) : optim.SGD(parameters, 0.1) };
        var steps = new StepRecorder(model);
        model.Fit(data, new() { Epochs = 2, BatchSize = 8, EmaDecay = Decay, Callbacks = [steps], Progress = FitProgress.None });
        var expected = PyTorch.Ask(new { Decay }, steps.Weights);
        Closeness.AssertClose("average", expected[$"{steps.Weights.Count - 1:00}"], model.Layer.weight!);
        Assert.Equal(10, steps.Weights.Count);
    }

    [Fact]
    public void Evaluations_see_the_average_and_training_does_not()
    {
        using var data = HandWritten.Clouds(40);
        random.manual_seed(1);
        using var model = new HandWritten();
        var steps = new StepRecorder(model);
        var report = model.Fit(data, new() { Epochs = 3, BatchSize = 8, EmaDecay = 0.99, Validation = data, Callbacks = [steps], Progress = FitProgress.None });
        Assert.Equal(model.Evaluate(data).Loss, report.Final.Loss);

        random.manual_seed(1);
        using var plain = new HandWritten();
        var same = new StepRecorder(plain);
        var plainly = plain.Fit(data, new() { Epochs = 3, BatchSize = 8, Validation = data, Callbacks = [same], Progress = FitProgress.None });
        Assert.NotEqual(plainly.Final.Loss, report.Final.Loss);
        Assert.All(steps.Weights.Zip(same.Weights), pair => Assert.True(pair.First.Value.equal(pair.Second.Value).all().ToBoolean()));
    }

    private sealed class StepRecorder(HandWritten model) : FitCallback<HandWritten.Batch>
    {
        public Dictionary<string, Tensor> Weights { get; } = [];

        public override void OnStep(FitContext<HandWritten.Batch> context, FitStep step) => Weights.Add($"{Weights.Count:00}", model.Layer.weight!.detach().clone());
    }
}
