using NeuralDsl.Parity;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Parity;

/// <content>Predictions against the forward method in evaluation mode.</content>
public sealed partial class ParitySuite
{
    /// <summary>In double precision, what a row's model predicts while it trains is what its forward method gives in evaluation mode; nothing else changes.</summary>
    internal void CheckPrediction(string name)
    {
        using var scope = NewDisposeScope();
        var index = indices[name];
        var (row, _, model) = Create(index, $"Row{index}");
        // Noise takes its dtype of parameters, and there are none in its row.
        if (row.Operators.Contains("Noise"))
            return;
        model.to(ScalarType.Float64);
        var random = new Random(1);
        Scramble(model, random);
        foreach (var (_, statistics) in model.named_buffers().Where(buffer => buffer.name.EndsWith("running_mean", StringComparison.Ordinal)))
            statistics.copy_(ParityTensor.Normal(statistics.shape, random));
        Tensor[] inputs = [.. row.InputTensors.Select(input => Wide(input, row, random))];
        Tensor[] given = [.. inputs.Select(input => input.clone())];
        var state = model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone());

        var predicted = Outputs(Invoke(model, "Predict", [.. inputs]));

        Assert.All(model.modules().Prepend(model), module => Assert.True(module.training));
        Assert.All(inputs.Zip(given), pair => Assert.True(pair.First.equal(pair.Second).all().ToBoolean()));
        // Rows that are longer than MaxNorm are shortened in the table, in PyTorch too.
        Assert.All(model.state_dict().Where(_ => !row.Attributes.Contains("MaxNorm", StringComparison.Ordinal)), pair => Assert.True(pair.Value.equal(state[pair.Key]).all().ToBoolean(), pair.Key));
        model.eval();
        foreach (var (expected, found) in Run(model, hasLoss: false, inputs).Zip(predicted))
        {
            Assert.False(found.requires_grad);
            Closeness.AssertClose("prediction", expected.detach(), found, Rounding);
        }
    }
}
