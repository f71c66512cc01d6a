using NeuralDsl.Parity;
using NeuralDsl.Samples;

namespace NeuralDsl.Tests.Parity;

/// <summary>The samples against PyTorch: the same weights and rows give the same outputs, losses, gradients and trained weights.</summary>
public class SampleParityTests
{
    private const int Steps = 3;

    /// <summary>It ends with the tests, when nobody is there to ask.</summary>
    private static readonly PyTorch PyTorch = new("samples.py");

    public static TheoryData<string, bool> Samples
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var definition in SampleModels.All)
            {
                data.Add(definition.Name, false);
                // What draws at random while it learns has no other drawing to compare with.
                if (definition.Name != nameof(VerseLstm))
                    data.Add(definition.Name, true);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_PyTorchs(string name, bool training) => SampleModels.All.Single(definition => definition.Name == name).Accept(new Comparison(training));

    private sealed class Comparison(bool training) : IModelVisitor<bool>
    {
        public bool Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
            where TModel : nn.Module, ITrainable<TBatch>
            where TBatch : struct, IBatch<TBatch>
        {
            random.manual_seed(1);
            using var model = definition.Create();
            using var data = definition.Data!.Load(seed: 2);
            model.train(training);
            foreach (var batch in data.Test.Batches(16, shuffleSeed: 1).Take(1))
                Compare(model, batch);
            return training;
        }
    }

    private static void Compare<TModel, TBatch>(TModel model, TBatch batch)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        var tensors = model.state_dict().ToDictionary(entry => $"state {entry.Key}", entry => entry.Value.detach().clone());
        tensors.Add("features", batch[0]!);
        tensors.Add("target", batch[1]!);
        var expected = PyTorch.Ask(new { Model = model.Architecture.Name, Training = model.training, Steps }, tensors);

        using var optimizer = model.Phases[0].CreateOptimizer();
        for (var step = 0; step <= Steps; step++)
        {
            optimizer.zero_grad();
            using var loss = model.Phases[0].Loss(batch, out var output);
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
