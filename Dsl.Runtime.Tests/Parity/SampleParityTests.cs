using NeuralDsl.Parity;
using NeuralDsl.Samples;

namespace NeuralDsl.Tests.Parity;

/// <summary>The samples against PyTorch: the same weights and rows give the same outputs, losses, gradients and trained weights.</summary>
public class SampleParityTests
{
    private const int Steps = 3;

    /// <summary>It ends with the tests, when nobody is there to ask.</summary>
    private static readonly PyTorch PyTorch = new("samples.py");

    /// <summary>What draws at random while it learns, and has no hyper-parameter that ends it: there is no other drawing to compare with.</summary>
    private static readonly string[] Drawing = [nameof(VerseLstm), nameof(DigitVae)];

    public static TheoryData<string, bool, bool> Samples
    {
        get
        {
            var data = new TheoryData<string, bool, bool>();
            foreach (var definition in SampleModels.All)
            {
                foreach (var generated in new[] { false, true })
                {
                    data.Add(definition.Name, false, generated);
                    if (!Drawing.Contains(definition.Name))
                        data.Add(definition.Name, true, generated);
                }
            }
            return data;
        }
    }

    /// <summary>By autograd over the loss, and by the generated backward pass.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_PyTorchs(string name, bool training, bool generated) =>
        SampleModels.All.Single(definition => definition.Name == name).Accept(new Comparison(training, generated));

    /// <summary>In small, and without dropout: PyTorch would drop others. Adam makes large steps of gradients that are rounding errors alone, hence double precision.</summary>
    private sealed class Comparison(bool training, bool generated) : IModelVisitor<bool>
    {
        public bool Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
            where TModel : nn.Module, ITrainable<TBatch>
            where TBatch : struct, IBatch<TBatch>
        {
            var hypers = new HyperValues(new Dictionary<string, double> { ["dropout"] = 0 }).Of(definition).Over(definition.Small.Hypers);
            random.manual_seed(1);
            using var model = definition.Create(hypers);
            using var data = definition.Data!.Load(seed: 2);
            model.to(ScalarType.Float64);
            model.train(training);
            foreach (var batch in data.Test.Batches(16, shuffleSeed: 1).Take(1))
                Compare(model, hypers, InDoublePrecision(batch), generated);
            return training;
        }
    }

    private static TBatch InDoublePrecision<TBatch>(TBatch batch) where TBatch : struct, IBatch<TBatch> => TBatch.Create(
        [.. Enumerable.Range(0, TBatch.Fields.Length).Select(i => batch[i] is { } tensor && tensor.is_floating_point() ? tensor.to(ScalarType.Float64) : batch[i])]);

    private static void Compare<TModel, TBatch>(TModel model, HyperValues hypers, TBatch batch, bool generated)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        var tensors = model.state_dict().ToDictionary(entry => $"state {entry.Key}", entry => entry.Value.detach().clone());
        for (var i = 0; i < TBatch.Fields.Length; i++)
        {
            if (batch[i] is { } tensor)
                tensors.Add($"batch {TBatch.Fields[i].Name}", tensor);
        }
        var expected = PyTorch.Ask(new { Model = model.Architecture.Name, Hypers = hypers.ToDictionary(), Training = model.training, Steps }, tensors);

        var phases = model.Phases;
        optim.Optimizer[] optimizers = [.. phases.Select(phase => phase.CreateOptimizer())];
        for (var step = 0; step <= Steps; step++)
        {
            for (var phase = 0; phase < phases.Length; phase++)
            {
                // Both sides draw the same noise.
                random.manual_seed(step);
                model.zero_grad();
                var loss = generated ? phases[phase].Backward(batch, out var output) : BackwardByAutograd(phases[phase], batch, out output);
                using var _ = output;
                AssertClose($"loss {phase} {step}", tensor(loss));
                if (step == 0)
                {
                    AssertClose($"output {phase}", output);
                    foreach (var (name, parameter) in model.named_parameters())
                    {
                        // What another phase trains has no gradient in PyTorch; here it has zeros, once it had one.
                        if (phases.Length == 1 || expected.ContainsKey($"gradient {phase} of {name}"))
                            AssertClose($"gradient {phase} of {name}", parameter.grad!);
                        else
                            Assert.Equal(0, parameter.grad is { } gradient ? Closeness.Largest(gradient) : 0);
                    }
                }
                if (step < Steps)
                    optimizers[phase].step();
            }
        }
        foreach (var optimizer in optimizers)
            optimizer.Dispose();
        foreach (var (name, tensor) in model.state_dict())
            AssertClose($"trained {name}", tensor);

        static double BackwardByAutograd(TrainingPhase<TBatch> phase, TBatch batch, out Tensor output)
        {
            using var loss = phase.Loss(batch, out output);
            loss.backward();
            return loss.ToDouble();
        }

        void AssertClose(string what, Tensor found) => Closeness.AssertClose(what, expected[what], found);
    }
}
