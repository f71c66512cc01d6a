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
    public void The_declaration_of_the_small_GPT_is_that_of_GPT_2_small()
    {
        var architecture = VerseGpt.Definition.Architecture;
        var summary = new ModelSummary(architecture, ("vocab", 50257), ("positions", 1024), ("layers", 12), ("heads", 12), ("d", 768));
        Assert.Contains("124,439,808", summary.ToString());
    }

    /// <summary>With its pooler alone, which the classifier has besides its own layer, and with both heads of its pre-training.</summary>
    [Fact]
    public void The_declaration_of_the_small_BERT_is_that_of_BERT_base()
    {
        static long? Base(Architecture architecture) =>
            new ModelSummary(architecture, ("vocab", 30522), ("positions", 512), ("layers", 12), ("heads", 12), ("d", 768)).Parameters;
        Assert.Equal(109_482_240, Base(BertClassifier.Definition.Architecture) - ((2 * 768) + 2));
        Assert.Equal(110_106_428, Base(BertPretraining.Definition.Architecture));
    }

    [Fact]
    public void Reversals_are_backwards_behind_a_mark()
    {
        using var data = Reversals.Source.Load(seed: 1);
        Assert.Equal((6000, 500), (data.Train.Count, data.Test.Count));
        foreach (var batch in data.Test.Batches(500))
        {
            Assert.All(batch.Answer.select(1, 0).data<long>().ToArray(), mark => Assert.Equal(Reversals.Mark, mark));
            Assert.Equal(batch.Source.data<long>().ToArray(), batch.Answer.narrow(1, 1, 10).flip(1).contiguous().data<long>().ToArray());
            Assert.Equal((1, 20), (batch.Source.min().ToInt64(), batch.Source.max().ToInt64()));
        }
    }

    [Fact]
    public void Verses_are_windows_of_one_text()
    {
        using var data = VerseWriting.Source.Load(seed: 3);
        Assert.Equal(1024, data.Tokenizer!.Count);
        foreach (var batch in data.Train.Batches(2).Take(1))
        {
            Assert.Equal([2, 64], batch.Tokens.shape);
            Assert.Equal(batch.Tokens[0].data<long>().ToArray()[32..], batch.Tokens[1].data<long>().ToArray()[..32]);
            Assert.StartsWith("In the beginning God created the heaven and the earth.\nAnd God made the firmament", data.Tokenizer.Decode(batch.Tokens[0].data<long>().ToArray()));
        }
    }

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
