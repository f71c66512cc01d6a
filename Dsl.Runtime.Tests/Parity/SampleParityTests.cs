using NeuralDsl.Parity;
using NeuralDsl.Samples;

namespace NeuralDsl.Tests.Parity;

/// <summary>The samples against PyTorch: the same weights and rows give the same outputs, losses, gradients and trained weights.</summary>
public class SampleParityTests
{
    private const int Steps = 3;

    /// <summary>It ends with the tests, when nobody is there to ask.</summary>
    private static readonly PyTorch PyTorch = new("samples.py");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SimpleNN_is_PyTorch_s(bool training)
    {
        random.manual_seed(1);
        using var model = new SimpleNN();
        Compare(model, SampleData.Clouds(seed: 2), training);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BreastCancerNet_is_PyTorch_s(bool training)
    {
        random.manual_seed(1);
        using var model = new BreastCancerNet();
        Compare(model, SampleData.BreastCancer(seed: 2), training);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DigitsCnn_is_PyTorch_s(bool training)
    {
        random.manual_seed(1);
        using var model = new DigitsCnn();
        Compare(model, SampleData.Digits(seed: 2), training);
    }

    private static void Compare<TModel, TBatch>(TModel model, (DataSet<TBatch> Train, DataSet<TBatch> Test) data, bool training)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        using var train = data.Train;
        using var test = data.Test;
        model.train(training);
        foreach (var batch in test.Batches(16, shuffleSeed: 1).Take(1))
            Compare(model, batch);
    }

    private static void Compare<TModel, TBatch>(TModel model, TBatch batch)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        var tensors = model.state_dict().ToDictionary(entry => $"state {entry.Key}", entry => entry.Value.detach().clone());
        tensors.Add("features", batch[0]!);
        tensors.Add("target", batch[1]!);
        var expected = PyTorch.Ask(new { Model = model.Architecture.Name, Training = model.training, Steps }, tensors);

        using var optimizer = model.CreateOptimizer();
        for (var step = 0; step <= Steps; step++)
        {
            optimizer.zero_grad();
            using var loss = model.Loss(batch, out var output);
            using var _ = output;
            AssertClose($"loss {step}", loss);
            loss.backward();
            if (step == 0)
            {
                AssertClose("output", output);
                foreach (var (name, parameter) in model.named_parameters())
                    AssertClose($"gradient of {name}", parameter.grad!);
            }
            if (step < Steps)
                optimizer.step();
        }
        foreach (var (name, tensor) in model.state_dict())
            AssertClose($"trained {name}", tensor);

        void AssertClose(string what, Tensor found) => Closeness.AssertClose(what, expected[what], found);
    }
}
