using NeuralDsl.Samples;

namespace NeuralDsl.Tests.CommandLine;

/// <summary>Trainings that begin with the weights of another one, and that leave parameters as they are.</summary>
public sealed class PretrainedTests : IDisposable
{
    private readonly Terminal terminal = new(SampleModels.All);

    public void Dispose() => terminal.Dispose();

    private string WeightsOf(string model, int run) => terminal["runs", model, $"{run}", "model.safetensors"];

    [Fact]
    public void What_has_the_same_name_and_shape_is_taken_and_what_is_frozen_stays()
    {
        terminal.Do("train", "BertPretraining", "--small", "--epochs", "1");
        var output = terminal.Do("train", "BertClassifier", "--small", "--weights", WeightsOf("BertPretraining", 1), "--freeze", "bert.encoder.*, bert.token.*", "--rows", "64");
        Assert.Contains($"64 rows to learn from, 128 to test on\n19 of 21 weights are those of {WeightsOf("BertPretraining", 1)}; new: testament.weight, testament.bias; "
            + "not taken: next.bias, next.weight, norm.bias, norm.weight and 3 more\n", output);
        using var before = new BertPretraining(d: 16, heads: 2, layers: 1);
        using var after = new BertClassifier(d: 16, heads: 2, layers: 1);
        before.Load(WeightsOf("BertPretraining", 1));
        after.Load(WeightsOf("BertClassifier", 1));
        var old = before.state_dict();
        Assert.All(after.state_dict().Where(weight => weight.Key.StartsWith("bert.", StringComparison.Ordinal)), weight => Assert.Equal(
            weight.Key.StartsWith("bert.encoder.", StringComparison.Ordinal) || weight.Key.StartsWith("bert.token.", StringComparison.Ordinal),
            weight.Value.equal(old[weight.Key]).all().ToBoolean()));
    }

    [Fact]
    public void Weights_of_another_shape_are_new()
    {
        terminal.Do("train", "WineMlp", "--small");
        Assert.Contains(
            $"\n1 of 6 weights are those of {WeightsOf("WineMlp", 1)}; of another shape: linear1.weight, [50,13] in the file and [8,13] in the model, ",
            terminal.Do("train", "WineMlp", "--small", "--hyper", "hidden=8", "--weights", WeightsOf("WineMlp", 1)));
    }

    [Fact]
    public void A_training_goes_on_frozen_and_does_not_where_something_else_was()
    {
        terminal.Do("train", "WineMlp", "--small", "--freeze", "linear1.*", "--epochs", "2");
        var begun = Weight(1);
        terminal.Do("train", "WineMlp", "--resume", "--epochs", "3");
        Assert.True(begun.equal(Weight(1)).all().ToBoolean());
        var configuration = terminal["runs", "WineMlp", "1", "run.json"];
        File.WriteAllText(configuration, File.ReadAllText(configuration).Replace("linear1.*", "linear2.*"));
        Assert.Contains("frozen: linear1.weight linear1.bias in the checkpoint, linear2.weight linear2.bias now", terminal.Fail("train", "WineMlp", "--resume", "--epochs", "4", "--quiet"));

        Tensor Weight(int run)
        {
            using var model = new WineMlp();
            model.Load(WeightsOf("WineMlp", run));
            return model.linear1.weight!.detach().clone();
        }
    }

    [Fact]
    public void Weights_of_which_nothing_fits_are_refused()
    {
        terminal.Do("train", "DigitsCnn", "--small");
        Assert.Equal(
            $"{WeightsOf("DigitsCnn", 1)}: no weight of it has a name and a shape of WineMlp's. Name the weights of a model that shares layers with it.",
            terminal.Fail("train", "WineMlp", "--weights", WeightsOf("DigitsCnn", 1)));
        Assert.False(Directory.Exists(terminal["runs", "WineMlp"]));
    }

    [Theory]
    [InlineData("liner1.*", "--freeze: No parameter of WineMlp matches 'liner1.*'; there are linear1.weight, linear1.bias, linear2.weight, linear2.bias, linear3.weight, linear3.bias.")]
    [InlineData("linear1.*, bias", "--freeze: No parameter of WineMlp matches 'bias'; there are linear1.weight, linear1.bias, linear2.weight, linear2.bias, linear3.weight, linear3.bias.")]
    [InlineData("*.weight, *.bias", "--freeze: '*.weight, *.bias' leaves nothing to train.")]
    public void Patterns_that_cannot_be_meant_are_refused(string patterns, string message)
    {
        var (code, output, error) = terminal.Say("train", "WineMlp", "--freeze", patterns, "--runs", terminal.Runs);
        Assert.Equal((ModelCommandLine.Misused, ""), (code, output));
        Assert.StartsWith(message + "\n", error);
        Assert.False(Directory.Exists(terminal["runs", "WineMlp"]));
    }
}
