using NeuralDsl.Generator.Tests.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Which parameters are trained, and how: freezes and groups by patterns of names.</summary>
public class ParameterGroupTests
{
    private const string Classifier = """
        global using NeuralDsl;

        [Model]
        [Hyper("layers", 3)]
        [Input("x", "N 8")]
        [Linear(8, Name = "encoder"), ReLU]
        [Block<Layer>(Repeat = "layers", Name = "h")]
        [Linear(2, Name = "head")]
        [CrossEntropyLoss]
        [SGD(1.0, Only = "*.weight"), SGD(0.5, Except = "*.weight", WeightDecay = 0.25)]
        public partial class Classifier;

        [Model]
        [Input("x", "N 8")]
        [Linear(8), ReLU]
        public partial class Layer;
        """;

    [Fact]
    public void Each_group_steps_its_own_parameters_in_its_own_way()
    {
        dynamic model = Create(Classifier);
        using var optimizer = (optim.Optimizer)model.CreateOptimizer();
        var groups = optimizer.ParamGroups.ToArray();
        Assert.Equal([1.0, 0.5], groups.Select(group => group.LearningRate));

        // Without gradients but with decay, a bias moves by rate times decay and a weight does not.
        var module = (nn.Module)model;
        foreach (var parameter in module.parameters())
            parameter.grad = zeros_like(parameter);
        var before = module.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone());
        optimizer.step();
        foreach (var (name, value) in module.state_dict())
        {
            using var expected = before[name] * (name.EndsWith(".weight", StringComparison.Ordinal) ? 1 : 1 - (0.5 * 0.25));
            Assert.True(value.allclose(expected), name);
        }
    }

    [Fact]
    public void Frozen_parameters_stay_and_are_not_counted()
    {
        var source = Classifier.Replace("[CrossEntropyLoss]", "[Freeze(\"encoder.*, h.*\")]\n[CrossEntropyLoss]");
        dynamic model = Create(source);
        var module = (nn.Module)model;
        Assert.Equal(["head.weight", "head.bias"], module.named_parameters().Where(pair => pair.Item2.requires_grad).Select(pair => pair.Item1));
        Assert.Equal(18, (long)model.GetType().GetField("ParameterCount").GetRawConstantValue());
        var before = module.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone());
        using var x = rand(5, 8);
        using var target = ones(5, dtype: ScalarType.Int64);
        dynamic batch = Activator.CreateInstance(model.GetType().GetNestedType("Batch"), x, target)!;
        model.TrainStep(batch, model.CreateOptimizer());
        Assert.All(module.state_dict(), pair => Assert.Equal(pair.Key.StartsWith("head.", StringComparison.Ordinal), !pair.Value.allclose(before[pair.Key])));
    }

    [Fact]
    public void A_count_with_repetitions_follows_the_hyper_parameter() => Assert.Equal(
        "72*layers+18", CompiledSource.Check(Classifier.Replace("global using NeuralDsl;", "").Replace("[CrossEntropyLoss]", "[Freeze(\"encoder.*\")]\n[CrossEntropyLoss]"), "Classifier").Model!.ParameterCount.Text);

    [Theory]
    [InlineData("[Adam, SGD(0.1)]", "NDSL1304")]
    [InlineData("[Adam(Only = \"head.*\"), SGD(0.1, Except = \"head.*\")]", "NDSL1304")]
    [InlineData("[Adam(Only = \"head.*\"), Adam]", "NDSL1304")]
    [InlineData("[Adam(Only = \"head.*\")]", "NDSL1309")]
    [InlineData("[Adam(Only = \"head.*\"), Adam(Except = \"head.bias\")]", "NDSL1309")]
    [InlineData("[Adam(Only = \"hed.*\"), Adam(Except = \"hed.*\")]", "NDSL1307", 2)]
    [InlineData("[Adam(Only = \"h.1.*\"), Adam(Except = \"h.1.*\")]", "NDSL1308", 2)]
    [InlineData("[Adam(Except = \"head.*\"), Freeze(\"head.*\")]", null)]
    [InlineData("[Adam(Only = \"*.weight, encoder.bias\"), Adam(Only = \"h*.bias\")]", null)]
    public void Every_parameter_is_in_one_group(string optimizers, string? id, int count = 1)
    {
        var source = Classifier.Replace("global using NeuralDsl;", "").Replace("[SGD(1.0, Only = \"*.weight\"), SGD(0.5, Except = \"*.weight\", WeightDecay = 0.25)]", optimizers);
        var faults = CompiledSource.Check(source, "Classifier").Faults;
        Assert.Equal(id is null ? [] : Enumerable.Repeat(id, count), faults.Select(fault => fault.Descriptor.Id));
    }

    [Theory]
    [InlineData("a.b", "a.b", true)]
    [InlineData("a.b", "a.bc", false)]
    [InlineData("*", "", true)]
    [InlineData("a*", "ab.c", true)]
    [InlineData("*.bias", "a.b.bias", true)]
    [InlineData("*.bias", "a.bias.b", false)]
    [InlineData("a*b*c", "axbxbc", true)]
    [InlineData("a*bc*c", "abc", false)]
    [InlineData("x, a.*", "a.b", true)]
    public void Stars_stand_for_any_characters(string patterns, string name, bool matches) => Assert.Equal(matches, NamePattern.Matches(patterns, name));

    private static object Create(string source) => Activator.CreateInstance(CompiledSource.Load(source).Type("Classifier"), 2L, null, null)!;
}
