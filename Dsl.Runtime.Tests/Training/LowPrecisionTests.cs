using NeuralDsl.Parity;
using NeuralDsl.Samples;
using NeuralDsl.Tests.Models;
using NeuralDsl.Tests.Training.Checkpoints;

namespace NeuralDsl.Tests.Training;

/// <summary>Training in BFloat16 with weights in Float32.</summary>
public sealed class LowPrecisionTests : IDisposable
{
    private static readonly PyTorch PyTorch = new("lowprecision.py");

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Samples => [.. SampleModels.All.Select(definition => definition.Name)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(nameof(WineMlp))]
    [InlineData(nameof(DigitsCnn))]
    public void Steps_are_PyTorchs(string name) => Sample(name).Accept(new PyTorchSteps());

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_learns(string name) => Sample(name).Accept(new Epoch());

    [Fact]
    public void Digits_are_learned_as_in_Float32()
    {
        Assert.InRange(Accuracy(Precision.BFloat16), Accuracy(Precision.Full) - 0.03, 1);

        static double Accuracy(Precision precision)
        {
            random.manual_seed(1);
            using var model = new DigitsCnn();
            using var data = DigitsCnn.Definition.Data!.Load(seed: 2);
            return model.Fit(data.Train, new() { Epochs = 2, Precision = precision, Validation = data.Test, Progress = FitProgress.None }).Final.Accuracy!.Value;
        }
    }

    [Fact]
    public void Weights_and_gradients_are_Float32_and_gradients_have_the_digits_of_BFloat16()
    {
        using var data = Resumable.Clouds(64);
        using var model = new Resumable();
        model.Fit(data, new() { Epochs = 1, BatchSize = 64, Precision = Precision.BFloat16, Progress = FitProgress.None });
        foreach (var parameter in new[] { model.linear1.weight!, model.linear2.weight!, model.linear2.bias! })
        {
            Assert.Equal(ScalarType.Float32, parameter.dtype);
            Assert.Equal(ScalarType.Float32, parameter.grad!.dtype);
            Assert.True(parameter.grad.to(ScalarType.BFloat16).to(ScalarType.Float32).equal(parameter.grad).all().ToBoolean());
            Assert.False(parameter.to(ScalarType.BFloat16).to(ScalarType.Float32).equal(parameter).all().ToBoolean());
        }
    }

    [Fact]
    public void A_training_goes_on_bit_for_bit()
    {
        using var whole = Train();
        Train(kept: new(folder.Path), stop: (3, 2)).Dispose();
        using var halves = Train(resume: folder.Path);
        WeightsTests.AssertEqual(whole, halves);

        var exception = Assert.Throws<CheckpointException>(() => Train(resume: folder.Path, precision: Precision.Full));
        Assert.Contains("Precision: BFloat16 in the checkpoint, Full now", exception.Message);

        static Resumable Train(CheckpointOptions? kept = null, string? resume = null, (int Epoch, int Step)? stop = null, Precision precision = Precision.BFloat16)
        {
            using var data = Resumable.Clouds(75);
            random.manual_seed(3);
            var model = new Resumable();
            model.Fit(data, new()
            {
                Epochs = 6,
                BatchSize = 8,
                Accumulation = 2,
                Seed = 4,
                EmaDecay = 0.9,
                Precision = precision,
                Checkpoint = kept,
                Resume = resume,
                Callbacks = stop is (var epoch, var step) ? [new Stop(epoch, step)] : [],
                Progress = FitProgress.None,
            });
            return model;
        }
    }

    [Fact]
    public void The_twin_s_first_weights_change_nothing_that_is_drawn_later()
    {
        using var data = Autoencoder.Rows();
        using var model = new Autoencoder();
        random.manual_seed(1);
        using var expected = rand(3);
        random.manual_seed(1);
        model.Fit(data, new() { Epochs = 1, Precision = Precision.BFloat16, Progress = FitProgress.None });
        using var found = rand(3);
        Assert.True(found.equal(expected).all().ToBoolean());
    }

    [Fact]
    public void Frozen_weights_stay_and_gradients_are_clipped_in_Float32()
    {
        using var data = Autoencoder.Rows();
        random.manual_seed(1);
        using var model = new Autoencoder();
        using var frozen = model.encoder.bias!.detach().clone();
        var report = model.Fit(data, new() { Epochs = 20, Precision = Precision.BFloat16, Progress = FitProgress.None });
        Assert.True(report.Final.Loss < report.Epochs[0].Training.Loss);
        Assert.Null(model.encoder.bias!.grad);
        Assert.True(model.encoder.bias.equal(frozen).all().ToBoolean());
        var norm = Math.Sqrt(model.parameters().Sum(parameter => parameter.grad is { } gradient ? gradient.square().sum().ToDouble() : 0));
        Assert.Equal(Autoencoder.MaxNorm, norm, 1e-5);
    }

    [Fact]
    public void Gathered_gradients_are_those_of_one_batch()
    {
        using var one = Train(batch: 32, gathered: 1);
        using var several = Train(batch: 8, gathered: 4);
        Closeness.AssertClose("decoder", one.decoder.weight!, several.decoder.weight!, tolerance: 5e-3);

        static Autoencoder Train(int batch, int gathered)
        {
            using var data = Autoencoder.Rows();
            random.manual_seed(1);
            var model = new Autoencoder();
            model.Fit(data, new() { Epochs = 3, BatchSize = batch, Accumulation = gathered, Precision = Precision.BFloat16, Progress = FitProgress.None });
            return model;
        }
    }

    [Fact]
    public void A_tied_weight_and_a_shared_one_get_the_gradients_of_all_their_uses()
    {
        var full = Change(Precision.Full);
        var found = Change(Precision.BFloat16);
        foreach (var (name, change) in full)
            Closeness.AssertClose($"change of {name}", change, found[name], tolerance: 0.02);

        static Dictionary<string, Tensor> Change(Precision precision)
        {
            random.manual_seed(1);
            using var model = new Tied();
            using var data = new DataSet<Tied.Batch>(arange(8).reshape(4, 2), arange(8).reshape(4, 2).flip(1));
            var before = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
            model.Fit(data, new() { Epochs = 1, Precision = precision, Progress = FitProgress.None });
            return model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach() - before[entry.Key]);
        }
    }

    [Fact]
    public void An_operator_that_the_engine_lacks_is_named()
    {
        using var data = Lacking.Rows();
        using var model = new Lacking();
        var exception = Assert.Throws<NotSupportedException>(() => model.Fit(data, new() { Precision = Precision.BFloat16, Progress = FitProgress.None }));
        Assert.StartsWith("Precision.BFloat16 needs all of the model in BFloat16, and this engine says: \"mish_cpu\" not implemented for 'BFloat16'. Train with Precision.Full", exception.Message);
    }

    [Fact]
    public void LBFGS_is_refused()
    {
        using var data = Autoencoder.Rows();
        using var model = new Autoencoder();
        using var optimizer = optim.LBFGS(model.parameters());
        var exception = Assert.Throws<ArgumentException>(() => model.Fit(data, new() { Optimizer = optimizer, Precision = Precision.BFloat16, Progress = FitProgress.None }));
        Assert.StartsWith("L-BFGS compares losses that differ by less than BFloat16 can tell", exception.Message);
    }

    [Fact]
    public void A_model_that_nobody_can_make_anew_is_refused()
    {
        using var data = HandWritten.Clouds(4);
        using var model = new HandWritten();
        var exception = Assert.Throws<NotSupportedException>(() => model.Fit(data, new() { Precision = Precision.BFloat16, Progress = FitProgress.None }));
        Assert.StartsWith("HandWritten cannot be made anew in BFloat16", exception.Message);
    }

    private sealed class Stop(int epoch, int step) : FitCallback<Resumable.Batch>
    {
        public override void OnStep(FitContext<Resumable.Batch> context, FitStep done)
        {
            if ((done.Epoch, done.Number) == (epoch, step))
                context.Stop();
        }
    }

    private static ModelDefinition Sample(string name) => SampleModels.All.Single(definition => definition.Name == name);

    /// <summary>What steps on one batch change of weights and running statistics, against PyTorch.</summary>
    private sealed class PyTorchSteps : IModelVisitor<bool>
    {
        private const int Steps = 4;
        private const double Rate = 0.01;

        public bool Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
            where TModel : nn.Module, ITrainable<TBatch>
            where TBatch : struct, IBatch<TBatch>
        {
            random.manual_seed(1);
            using var model = definition.Create();
            using var data = definition.Data!.Load(seed: 2);
            using var rows = data.Test.Take(32);
            var before = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
            var tensors = before.ToDictionary(entry => $"state {entry.Key}", entry => entry.Value);
            foreach (var same in rows.Batches(32))
            {
                tensors.Add("features", same[0]!.clone());
                tensors.Add("target", same[1]!.clone());
            }
            var expected = PyTorch.Ask(new { Model = definition.Name, Steps, Rate }, tensors);
            var distance = Train(Precision.BFloat16);
            foreach (var (name, found) in model.state_dict())
                Closeness.AssertClose($"change of {name}", expected[name] - before[name], found.detach() - before[name], tolerance: 0.02);
            model.load_state_dict(before);
            Assert.True(Train(Precision.Full) > 10 * distance, $"Float32 comes as close as {distance}.");
            return true;

            double Train(Precision precision)
            {
                using var optimizer = optim.SGD(model.parameters(), Rate, momentum: 0.9);
                model.Fit(rows, new() { Epochs = Steps, BatchSize = 32, Optimizer = optimizer, Precision = precision, Progress = FitProgress.None });
                return model.state_dict().Sum(entry => (entry.Value.detach() - expected[entry.Key]).square().sum().ToDouble());
            }
        }
    }

    /// <summary>Two epochs make the loss of the first phase smaller; of adversaries the other's may grow by that.</summary>
    private sealed class Epoch : IModelVisitor<bool>
    {
        public bool Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
            where TModel : nn.Module, ITrainable<TBatch>
            where TBatch : struct, IBatch<TBatch>
        {
            random.manual_seed(1);
            using var model = definition.Create();
            using var data = definition.Data!.Load(seed: 2);
            var before = model.Evaluate(data.Test).PhaseLosses[0];
            model.Fit(data.Test, new() { Epochs = 2, BatchSize = 16, Precision = Precision.BFloat16, Progress = FitProgress.None });
            Assert.True(model.Evaluate(data.Test).PhaseLosses[0] < before);
            return true;
        }
    }
}
