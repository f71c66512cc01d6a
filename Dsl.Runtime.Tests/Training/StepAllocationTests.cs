using NeuralDsl.Samples;

namespace NeuralDsl.Tests.Training;

/// <summary>What a step leaves to the garbage collector: a small object for each tensor that it makes, whatever their sizes, and next to nothing besides.</summary>
public class StepAllocationTests
{
    /// <summary>
    /// The most that a step of each sample may leave, as a number of tensors: what each engine allocates for one is the engine's, with LibTorch 24 bytes. DigitGan looks for the parameters of a
    /// phase by their names.
    /// </summary>
    public static TheoryData<string, int> Samples => new()
    {
        { "SimpleNN", 30 },
        { "BreastCancerNet", 34 },
        { "WineMlp", 50 },
        { "DigitsCnn", 146 },
        { "DigitsRnn", 134 },
        { "VerseLstm", 148 },
        { "SequenceReverser", 770 },
        { "VerseGpt", 330 },
        { "DigitVae", 112 },
        { "DigitGan", 1330 },
        { "BertPretraining", 450 },
        { "BertClassifier", 384 },
        { "VerseQuestions", 468 },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_step_leaves_no_garbage_beyond_a_small_constant(string name, int tensors)
    {
        using var tensor = zeros(1);
        var one = BytesOf(() => tensor.alias().Dispose());
        var (few, many) = SampleModels.All.Single(definition => definition.Name == name).Accept(new Count());
        Assert.InRange(few / one, 1, tensors * Allowance(one));
        // The sizes of tensors are no matter.
        Assert.InRange(many, 0.9 * few, 1.1 * few);
    }

    [Fact]
    public void A_prediction_leaves_as_little()
    {
        using var tensor = zeros(1);
        using var model = new DigitsCnn();
        using var image = zeros(4, 1, 8, 8);
        Assert.InRange(BytesOf(() => model.Predict(image).Dispose()) / BytesOf(() => tensor.alias().Dispose()), 1, 50);
    }

    [Fact]
    public void Every_sample_is_counted() => Assert.Equal(SampleModels.All.Select(definition => definition.Name).Order(), Samples.Select(row => (string)row[0]).Order());

    /// <summary>With TorchSharp's own engine numbers and modes are objects, too.</summary>
    private static double Allowance(double bytesOfTensor) => bytesOfTensor > 24 ? 2.5 : 1;

    private static double BytesOf(Action action)
    {
        const int Calls = 10;
        for (var i = 0; i < 3; i++)
            action();
        // Of several counts the least, because a collection counts what it skips.
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
                action();
            return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        });
    }

    /// <summary>The bytes of a step of a few rows and of many: of all phases, where there are several.</summary>
    private sealed class Count : IModelVisitor<(double Few, double Many)>
    {
        public (double Few, double Many) Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
            where TModel : nn.Module, ITrainable<TBatch>
            where TBatch : struct, IBatch<TBatch>
        {
            using var model = definition.Create(new HyperValues(new Dictionary<string, double>()).Of(definition).Over(definition.Small.Hypers));
            using var data = definition.Data!.Load(seed: 2);
            var phases = model.Phases;
            optim.Optimizer[] optimizers = [.. phases.Select(phase => phase.CreateOptimizer())];
            double Of(int rows)
            {
                var sum = 0.0;
                foreach (var batch in data.Test.Batches(rows).Take(1))
                {
                    for (var i = 0; i < phases.Length; i++)
                    {
                        var (step, optimizer) = (StepOf(phases[i].Name, phases.Length), optimizers[i]);
                        sum += BytesOf(() => step(batch, optimizer));
                    }
                }
                return sum;
            }

            Func<TBatch, optim.Optimizer, double> StepOf(string phase, int count) => typeof(TModel)
                .GetMethod(count == 1 ? "TrainStep" : $"{char.ToUpperInvariant(phase[0])}{phase[1..]}Step")!.CreateDelegate<Func<TBatch, optim.Optimizer, double>>(model);

            var (few, many) = (Of(4), Of(16));
            foreach (var optimizer in optimizers)
                optimizer.Dispose();
            return (few, many);
        }
    }
}
