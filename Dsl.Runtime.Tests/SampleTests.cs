using NeuralDsl.Samples;

namespace NeuralDsl.Tests;

public class SampleTests
{
    [Theory]
    [InlineData("SimpleNN", 6529)]
    [InlineData("VerseLstm", 328_481)]
    public void A_sample_has_the_parameters_of_its_definition(string name, long parameters) =>
        Assert.Equal(parameters, SampleModels.All.Single(definition => definition.Name == name).Architecture.ParameterCount);

    [Fact]
    public void Clouds_have_the_widths_of_their_definition()
    {
        using var data = Clouds.Source.Load(seed: 1);
        Assert.Equal((200, 200), (data.Train.Count, data.Test.Count));
        Assert.Equal([0.1, 0.2], data.Train.Batches(100).Select(batch => Math.Round(batch.Features.std().ToDouble(), 2)));
        Assert.Equal([0, 1], data.Train.Batches(100).Select(batch => batch.Target.mean().ToDouble()));
    }

    [Fact]
    public void Tumours_are_standardized_by_the_training_rows()
    {
        using var data = BreastCancerNet.Definition.Data!.Load(seed: 1);
        Assert.Equal((455, 114), (data.Train.Count, data.Test.Count));
        foreach (var batch in data.Train.Batches(455))
            Assert.Equal((0, 1), (Math.Round(batch.Features.mean().ToDouble(), 4), Math.Round(batch.Features.std().ToDouble(), 3)));
        Assert.Equal(357, data.Train.Batches(455).Concat(data.Test.Batches(455)).Sum(batch => batch.Target.sum().ToDouble()));
    }

    [Fact]
    public void Digits_are_images_with_ink_from_0_to_1()
    {
        using var data = DigitsCnn.Definition.Data!.Load(seed: 1);
        Assert.Equal((1438, 359), (data.Train.Count, data.Test.Count));
        foreach (var batch in data.Train.Batches(2000))
        {
            Assert.Equal([1438, 1, 8, 8], batch.Image.shape);
            Assert.Equal((0, 1), (batch.Image.min().ToDouble(), batch.Image.max().ToDouble()));
            Assert.Equal((0, 9), (batch.Target.min().ToInt64(), batch.Target.max().ToInt64()));
        }
    }

    /// <summary>Every sample on its own data, from the command line's side of it.</summary>
    [Theory]
    [InlineData("SimpleNN", 0)]
    [InlineData("BreastCancerNet", 0.8)]
    [InlineData("WineMlp", 0.8)]
    [InlineData("DigitsCnn", 0.8)]
    [InlineData("DigitsRnn", 0.7)]
    public void A_short_training_of_each_sample_helps(string name, double better)
    {
        var report = SampleModels.All.Single(definition => definition.Name == name).Accept(new ShortTraining());
        Assert.True(report.Epochs[1].Training.Loss < report.Epochs[0].Training.Loss);
        Assert.InRange(report.Final.Accuracy!.Value, better, 1);
    }

    private sealed class ShortTraining : IModelVisitor<TrainingReport>
    {
        public TrainingReport Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
            where TModel : nn.Module, ITrainable<TBatch>
            where TBatch : struct, IBatch<TBatch>
        {
            using var data = definition.Data!.Load(seed: 1);
            random.manual_seed(1);
            using var model = definition.Create();
            return model.Fit(data.Train, new() { Epochs = 2, Validation = data.Test, Progress = FitProgress.None });
        }
    }
}
