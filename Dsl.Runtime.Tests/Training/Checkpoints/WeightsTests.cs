using NeuralDsl.Samples;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Training.Checkpoints;

public sealed class WeightsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_model_that_loads_what_another_saved_is_equal()
    {
        using var saved = new DigitsCnn();
        using var loaded = new DigitsCnn();
        using var image = rand(5, 1, 8, 8);
        saved.forward(image).Dispose();
        saved.Save(folder["digits.safetensors"]);
        Assert.True(loaded.Load(folder["digits.safetensors"]).IsEmpty);
        AssertEqual(saved, loaded);
        Assert.Contains("batchNorm1.num_batches_tracked", saved.state_dict().Keys);
        using var expected = saved.Predict(image);
        using var found = loaded.Predict(image);
        Assert.True(expected.equal(found).all().ToBoolean());
    }

    [Fact]
    public void Weights_take_the_type_of_the_model_that_loads_them()
    {
        using var saved = new HandWritten();
        using var loaded = new HandWritten().to(ScalarType.Float64);
        saved.Save(folder["weights"]);
        loaded.Load(folder["weights"]);
        Assert.Equal(ScalarType.Float64, loaded.Layer.weight!.dtype);
        Assert.True(saved.Layer.weight!.to_type(ScalarType.Float64).equal(loaded.Layer.weight).all().ToBoolean());
    }

    [Fact]
    public void Differences_are_listed_and_nothing_is_loaded()
    {
        using var saved = new BreastCancerNet();
        saved.Save(folder["tumours"]);
        using var model = new SimpleNN();
        using var before = model.linear1.weight!.clone();
        var exception = Assert.Throws<CheckpointException>(() => model.Load(folder["tumours"]));
        Assert.StartsWith($"{folder["tumours"]}: the weights are not those of SimpleNN:", exception.Message);
        Assert.Contains("of another shape: linear1.weight, [64,30] in the file and [64,100] in the model", exception.Message);
        Assert.True(before.equal(model.linear1.weight).all().ToBoolean());

        var differences = model.Load(folder["tumours"], strict: false);
        Assert.Equal("linear1.weight, [64,30] in the file and [64,100] in the model", Assert.Single(differences.Mismatched));
        Assert.True(saved.linear1.bias!.equal(model.linear1.bias!).all().ToBoolean());
    }

    [Fact]
    public void Names_are_missing_or_unexpected()
    {
        SafetensorsFile.Write(folder["other"], new Dictionary<string, Tensor> { ["linear.weight"] = ones(3, 2), ["extra"] = ones(1) });
        using var model = new HandWritten();
        var differences = model.Load(folder["other"], strict: false);
        Assert.Equal("linear.bias", Assert.Single(differences.Missing));
        Assert.Equal("extra", Assert.Single(differences.Unexpected));
        Assert.Empty(differences.Mismatched);
        Assert.Equal(6, model.Layer.weight!.sum().ToDouble());
        Assert.Equal($"missing in the file: linear.bias{Environment.NewLine}not in the model: extra", differences.ToString());
    }

    [Fact]
    public void A_changed_weight_is_found()
    {
        using var model = new HandWritten();
        model.Save(folder["weights"]);
        var bytes = File.ReadAllBytes(folder["weights"]);
        bytes[^3] ^= 16;
        File.WriteAllBytes(folder["weights"], bytes);
        Assert.Contains("this file is corrupt", Assert.Throws<CheckpointException>(() => model.Load(folder["weights"])).Message);
    }

    internal static void AssertEqual(nn.Module expected, nn.Module found)
    {
        var weights = found.state_dict();
        Assert.Equal(expected.state_dict().Keys, weights.Keys);
        foreach (var (name, weight) in expected.state_dict())
            Assert.True(weight.equal(weights[name]).all().ToBoolean(), name);
    }
}
