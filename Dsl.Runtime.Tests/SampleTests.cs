using NeuralDsl.Samples;

namespace NeuralDsl.Tests;

public class SampleTests
{
    [Fact]
    public void SimpleNN_has_the_parameters_of_its_definition() => Assert.Equal(6529, SimpleNN.ParameterCount);

    [Fact]
    public void Clouds_have_the_widths_of_their_definition()
    {
        var (train, test) = SampleData.Clouds(seed: 1);
        using (train)
        using (test)
        {
            Assert.Equal((200, 200), (train.Count, test.Count));
            Assert.Equal([0.1, 0.2], train.Batches(100).Select(batch => Math.Round(batch.Features.std().ToDouble(), 2)));
            Assert.Equal([0, 1], train.Batches(100).Select(batch => batch.Target.mean().ToDouble()));
        }
    }

    [Fact]
    public void Tumours_are_standardized_by_the_training_rows()
    {
        var (train, test) = SampleData.BreastCancer(seed: 1);
        using (train)
        using (test)
        {
            Assert.Equal((455, 114), (train.Count, test.Count));
            foreach (var batch in train.Batches(455))
                Assert.Equal((0, 1), (Math.Round(batch.Features.mean().ToDouble(), 4), Math.Round(batch.Features.std().ToDouble(), 3)));
            Assert.Equal(357, train.Batches(455).Concat(test.Batches(455)).Sum(batch => batch.Target.sum().ToDouble()));
        }
    }

    [Fact]
    public void Digits_are_images_with_ink_from_0_to_1()
    {
        var (train, test) = SampleData.Digits(seed: 1);
        using (train)
        using (test)
        {
            Assert.Equal((1438, 359), (train.Count, test.Count));
            foreach (var batch in train.Batches(2000))
            {
                Assert.Equal([1438, 1, 8, 8], batch.Image.shape);
                Assert.Equal((0, 1), (batch.Image.min().ToDouble(), batch.Image.max().ToDouble()));
                Assert.Equal((0, 9), (batch.Target.min().ToInt64(), batch.Target.max().ToInt64()));
            }
        }
    }

    [Fact]
    public void A_short_training_of_each_sample_helps()
    {
        foreach (var (name, better) in new[] { ("digits", 0.8), ("breast-cancer", 0.8), ("simple-nn", 0.0) })
        {
            var sample = Sample.All.Single(sample => sample.Name == name);
            var report = sample.Train(new Arguments(sample, Epochs: 2, IsQuiet: true));
            Assert.True(report.Epochs[1].Training.Loss < report.Epochs[0].Training.Loss, name);
            Assert.InRange(report.Final.Accuracy!.Value, better, 1);
        }
    }

    [Theory]
    [InlineData("digit", "There is no sample 'digit'; did you mean 'digits'?")]
    [InlineData("digits --epoch 3", "There is no option '--epoch'; did you mean '--epochs'?")]
    [InlineData("digits --epochs", "--epochs needs a number.")]
    [InlineData("digits --epochs 0", "--epochs takes a whole number of at least 1, not '0'.")]
    [InlineData("--seed x", "--seed takes a whole number of at least 0, not 'x'.")]
    [InlineData("digits simple-nn", "There is no option 'simple-nn'.")]
    public void Wrong_arguments_are_explained(string line, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Arguments.Parse(line.Split(' '))).Message);

    [Fact]
    public void Arguments_are_read()
    {
        Assert.Equal(new(Sample.All[0]), Arguments.Parse([]));
        Assert.Null(Arguments.Parse(["list"]).Sample);
        Assert.Equal(
            new(Sample.All.Single(sample => sample.Name == "simple-nn"), Epochs: 3, BatchSize: 8, Seed: 7, IsQuiet: true),
            Arguments.Parse(["simple-nn", "--epochs", "3", "--seed", "7", "--quiet", "--batch-size", "8"]));
    }
}
