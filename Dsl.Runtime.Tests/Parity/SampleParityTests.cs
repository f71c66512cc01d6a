using NeuralDsl.Samples;

namespace NeuralDsl.Tests.Parity;

/// <summary>The samples against PyTorch: the same weights and rows give the same outputs, losses, gradients and trained weights.</summary>
public class SampleParityTests
{
    private const double Tolerance = 1e-5;

    [PyTorchTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void SimpleNN_is_PyTorch_s(bool training)
    {
        random.manual_seed(1);
        using var model = new SimpleNN();
        Compare(model, SampleData.Clouds(seed: 2), training);
    }

    [PyTorchTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void BreastCancerNet_is_PyTorch_s(bool training)
    {
        random.manual_seed(1);
        using var model = new BreastCancerNet();
        Compare(model, SampleData.BreastCancer(seed: 2), training);
    }

    [PyTorchTheory]
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
        var answer = PyTorch.Run(new(
            model.Architecture.Name,
            model.training,
            model.state_dict().ToDictionary(entry => entry.Key, entry => TensorText.Of(entry.Value)),
            TensorText.Of(batch[0]!),
            TensorText.Of(batch[1]!)));

        using var optimizer = model.CreateOptimizer();
        var losses = new List<double>();
        for (var step = 0; step < 4; step++)
        {
            optimizer.zero_grad();
            using var loss = model.Loss(batch, out var output);
            using var _ = output;
            losses.Add(loss.ToDouble());
            loss.backward();
            if (step == 0)
            {
                AssertClose("output", answer.Output, TensorText.Of(output).Values);
                foreach (var (name, parameter) in model.named_parameters())
                    AssertClose($"gradient of {name}", answer.Gradients[name], TensorText.Of(parameter.grad!).Values);
            }
            if (step < 3)
                optimizer.step();
        }
        AssertClose("losses", answer.Losses, [.. losses]);
        foreach (var (name, tensor) in model.state_dict())
            AssertClose(name, answer.State[name], TensorText.Of(tensor).Values);
    }

    private static void AssertClose(string what, double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - found[i]) <= Tolerance, $"{what}[{i}] is {found[i]} and in PyTorch {expected[i]}.");
    }
}
