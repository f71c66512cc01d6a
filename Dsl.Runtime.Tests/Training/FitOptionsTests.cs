using NeuralDsl.Parity;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Training;

public class FitOptionsTests
{
    [Fact]
    public void What_is_not_said_is_what_the_model_declares()
    {
        using var data = HandWritten.Clouds(60);
        using var model = new HandWritten { Training = new() { Epochs = 3, BatchSize = 20, Accumulation = 2 } };
        Assert.Equal("3 2", Plan(new()));
        Assert.Equal("4 3", Plan(new() { Epochs = 4, BatchSize = 10 }));
        Assert.Equal("3 3", Plan(new() { Accumulation = 1 }));
        Assert.Equal(FitSettings.Of(new FitOptions<HandWritten.Batch>(), new()), new(10, 32, 1, 0, 0, Precision.Full, 0));

        string Plan(FitOptions<HandWritten.Batch> options)
        {
            var progress = new PlanRecorder();
            model.Fit(data, options with { Progress = progress });
            return $"{progress.Plan!.Epochs} {progress.Plan.Steps}";
        }
    }

    [Fact]
    public void Options_are_checked_where_they_are_set()
    {
        Check("Epochs is at least 1.", () => new() { Epochs = 0 });
        Check("BatchSize is at least 1.", () => new() { BatchSize = -1 });
        Check("Accumulation is at least 1.", () => new() { Accumulation = 0 });
        Check("Patience is at least 0.", () => new() { Patience = -1 });
        Check("EmaDecay is at least 0 and below 1.", () => new() { EmaDecay = 1 });
        Check("EmaDecay is at least 0 and below 1.", () => new() { EmaDecay = double.NaN });

        static void Check(string message, Func<FitOptions<HandWritten.Batch>> create) => Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(create).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gathered_batches_are_the_large_batch(bool isFlat)
    {
        // Two rows are left over: a step of their own in both.
        using var data = HandWritten.Clouds(50);
        using var large = Train(24, 1, out var expected);
        using var gathered = Train(8, 3, out var found);
        Closeness.AssertClose("weight", large.Layer.weight!, gathered.Layer.weight!);
        Closeness.AssertClose("bias", large.Layer.bias!, gathered.Layer.bias!);
        Assert.Equal(expected.Final.Loss, found.Final.Loss, 1e-5);
        Assert.Equal(expected.Final.Accuracy, found.Final.Accuracy);

        using var single = Train(8, 1, out _);
        Assert.False(large.Layer.weight!.allclose(single.Layer.weight!, 1e-3, 1e-3));

        HandWritten Train(int batchSize, int accumulation, out TrainingReport report)
        {
            random.manual_seed(1);
            HandWritten model = null!;
            model = new() { MaxNorm = 0.5, NewOptimizer = parameters => isFlat ? new NeuralDsl.Optimizers.Adam(FlatParameters.Of(model).Select(), 0.05) : optim.Adam(parameters, 0.05) };
            report = model.Fit(data, new() { Epochs = 3, BatchSize = batchSize, Accumulation = accumulation, Progress = FitProgress.None });
            return model;
        }
    }

    [Fact]
    public void LBFGS_gathers_no_gradients()
    {
        using var data = HandWritten.Clouds(10);
        using var model = new HandWritten { NewOptimizer = parameters => optim.LBFGS(parameters) };
        Assert.StartsWith("L-BFGS computes the loss", Assert.Throws<ArgumentException>(() => model.Fit(data, new() { Accumulation = 2, Progress = FitProgress.None })).Message);
    }

    [Fact]
    public void A_loss_that_is_no_number_names_the_last_checkpoint()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using var data = HandWritten.Clouds(10);
            using var model = new HandWritten();
            var poison = new Poison(model);
            var exception = Assert.Throws<DivergedException>(() => model.Fit(data, new() { Epochs = 5, Checkpoint = new(folder), Callbacks = [poison], Progress = FitProgress.None }));
            Assert.Equal((3, 1), (exception.Epoch, exception.Step));
            Assert.Equal(Path.Combine(folder, "epoch-0002.safetensors"), exception.Checkpoint);
            Assert.EndsWith($"The last checkpoint is {exception.Checkpoint}.", exception.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Without_improvement_the_training_ends_with_the_best_weights()
    {
        using var data = HandWritten.Clouds(30);
        using var model = new HandWritten(learningRate: 0.5);
        var spoiler = new Spoiler(model, lastGood: 3);
        var report = model.Fit(data, new() { Epochs = 50, Validation = data, Patience = 4, Callbacks = [spoiler], Progress = FitProgress.None });
        Assert.Equal(StopReason.Patience, report.StoppedBy);
        Assert.Equal(7, report.Epochs.Length);
        Assert.Equal(report.Epochs[2].Validation!.Loss, model.Evaluate(data).Loss);
        Assert.True(report.Final.Loss > report.Epochs[2].Validation!.Loss);
    }

    [Fact]
    public void Small_improvements_do_not_count()
    {
        using var data = HandWritten.Clouds(30);
        using var model = new HandWritten(learningRate: 1e-4);
        FitOptions<HandWritten.Batch> options = new() { Epochs = 6, BatchSize = 30, Patience = 2, Progress = FitProgress.None };
        Assert.Equal(StopReason.Completed, model.Fit(data, options).StoppedBy);
        Assert.Equal(3, model.Fit(data, options with { MinDelta = 0.1 }).Epochs.Length);
    }

    [Fact]
    public void A_seed_decides_what_dropout_draws()
    {
        using var data = Resumable.Clouds(40);
        Assert.Equal(Run(seed: 1, state: 2), Run(seed: 1, state: 3));
        Assert.NotEqual(Run(seed: null, state: 2), Run(seed: null, state: 3));

        double Run(int? seed, int state)
        {
            random.manual_seed(1);
            using var model = new Resumable();
            random.manual_seed(state);
            return model.Fit(data, new() { Epochs = 2, Seed = seed, Progress = FitProgress.None }).Final.Loss;
        }
    }

    private sealed class PlanRecorder : FitProgress
    {
        public FitPlan? Plan { get; private set; }

        protected internal override TrainingReport Run(FitPlan plan, Func<TrainingReport> fit)
        {
            Plan = plan;
            return base.Run(plan, fit);
        }
    }

    /// <summary>Makes a weight infinite after the second epoch.</summary>
    private sealed class Poison(HandWritten model) : FitCallback<HandWritten.Batch>
    {
        public override void OnEpochBegin(FitContext<HandWritten.Batch> context)
        {
            using var _ = no_grad();
            if (context.Epoch == 3)
                model.Layer.weight!.fill_(double.PositiveInfinity);
        }
    }

    /// <summary>Moves the weights further away from the solution, epoch by epoch.</summary>
    private sealed class Spoiler(HandWritten model, int lastGood) : FitCallback<HandWritten.Batch>
    {
        public override void OnEpochBegin(FitContext<HandWritten.Batch> context)
        {
            using var _ = no_grad();
            if (context.Epoch > lastGood)
                model.Layer.weight!.fill_(-50 * context.Epoch);
        }
    }
}
