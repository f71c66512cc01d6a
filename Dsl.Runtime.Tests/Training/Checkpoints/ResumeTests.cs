using System.Collections.Immutable;
using NeuralDsl.Samples;
using NeuralDsl.Tests.Models;
using TorchSharp.Modules;

namespace NeuralDsl.Tests.Training.Checkpoints;

/// <summary>A training that stops and goes on is the training that never stopped, bit for bit.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Epochs = 10;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    internal static DataSet<Resumable.Batch> Rows() => Resumable.Clouds(75);

    internal static Resumable NewModel()
    {
        random.manual_seed(3);
        return new();
    }

    internal static FitOptions<Resumable.Batch> Options() =>
        new() { Epochs = Epochs, BatchSize = 8, Seed = 4, EmaDecay = 0.9, Progress = FitProgress.None };

    [Fact]
    public void A_process_that_is_killed_goes_on_in_another()
    {
        using var child = ChildProcess.TrainUntil(folder.Path, epoch: 5, step: 2);
        child.WaitFor("ready");
        child.Kill();
        Assert.Equal(["best.safetensors", "epoch-0003-step-000006.safetensors", "epoch-0003-step-000009.safetensors", "epoch-0004.safetensors"], Checkpoints());
        AssertGoesOnFrom(folder["epoch-0004.safetensors"]);
    }

    [Fact]
    public void A_process_that_is_interrupted_ends_in_order_and_goes_on_in_another()
    {
        using var child = ChildProcess.TrainUntil(folder.Path, epoch: 5, step: 2);
        child.WaitFor("ready");
        Assert.Equal("4 Cancellation", child.Interrupt().Trim());
        AssertGoesOnFrom(folder["epoch-0004-step-000002.safetensors"]);
    }

    [Fact]
    public void A_crash_at_any_moment_leaves_checkpoints_that_load()
    {
        var moments = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var path = folder[$"{round}"];
            using (var child = ChildProcess.WriteCheckpoints(path))
            {
                child.WaitFor("ready");
                Thread.Sleep(moments.Next(40));
                child.Kill();
            }
            var checkpoints = Directory.GetFiles(path, "*.safetensors");
            Assert.NotEmpty(checkpoints);
            using var model = NewModel();
            foreach (var checkpoint in checkpoints)
                model.Load(checkpoint);
        }
    }

    [Fact]
    public void Every_optimizer_goes_on()
    {
        foreach (var (name, create) in Optimizers)
        {
            var (whole, expected) = Train(null, 6);
            var path = folder[name];
            Train(new(path), 3);
            var (halves, found) = Train(null, 6, path);
            using (whole)
            using (halves)
            {
                WeightsTests.AssertEqual(whole, halves);
                Assert.Equal(expected.Epochs.Select(epoch => epoch.Training.Loss), found.Epochs.Select(epoch => epoch.Training.Loss));
            }

            (HandWritten Model, TrainingReport Report) Train(CheckpointOptions? kept, int epochs, string? resume = null)
            {
                using var data = HandWritten.Clouds(40);
                random.manual_seed(1);
                var model = new HandWritten();
                using var optimizer = create(model.parameters());
                return (model, model.Fit(data, new() { Epochs = epochs, BatchSize = 9, Optimizer = optimizer, Checkpoint = kept, Resume = resume, Progress = FitProgress.None }));
            }
        }
    }

    private static ImmutableArray<(string Name, Func<IEnumerable<Parameter>, optim.Optimizer> Create)> Optimizers { get; } =
    [
        ("SGD", parameters => optim.SGD(parameters, 0.1)),
        ("SGD with momentum", parameters => optim.SGD(parameters, 0.1, momentum: 0.9, nesterov: true)),
        ("Adam", parameters => optim.Adam(parameters, 0.1)),
        ("Adam with AMSGrad", parameters => optim.Adam(parameters, 0.1, amsgrad: true)),
        ("AdamW", parameters => optim.AdamW(parameters, 0.1, amsgrad: true)),
        ("Adamax", parameters => optim.Adamax(parameters, 0.1)),
        ("NAdam", parameters => optim.NAdam(parameters, 0.1)),
        ("RectifiedAdam", parameters => new RectifiedAdam(parameters, 0.1)),
        ("Adagrad", parameters => optim.Adagrad(parameters, 0.1)),
        ("Adadelta", parameters => optim.Adadelta(parameters, 0.5)),
        ("ASGD", parameters => optim.ASGD(parameters, 0.1)),
        ("RMSprop", parameters => optim.RMSProp(parameters, 0.1, momentum: 0.5, centered: true)),
        ("Rprop", parameters => optim.Rprop(parameters, 0.1)),
    ];

    /// <summary>The first layer is frozen in the third epoch: its count of steps stays behind.</summary>
    [Fact]
    public void A_training_of_which_a_part_was_frozen_goes_on()
    {
        using var rows = Rows();
        using var whole = NewModel();
        whole.Fit(rows, Options() with { Callbacks = [new Freeze(2)] });
        using (var half = NewModel())
            half.Fit(rows, Options() with { Callbacks = [new Freeze(2) { Last = 4 }], Checkpoint = new(folder.Path) });
        using var halves = NewModel();
        halves.linear1.weight!.requires_grad = false;
        halves.Fit(rows, Options() with { Resume = folder.Path });
        WeightsTests.AssertEqual(whole, halves);
    }

    private sealed class Freeze(int epoch) : FitCallback<Resumable.Batch>
    {
        public int Last { get; init; }

        public override void OnEpochEnd(FitContext<Resumable.Batch> context, EpochReport report)
        {
            if (report.Number == epoch)
                ((Resumable)context.Model).linear1.weight!.requires_grad = false;
            if (report.Number == Last)
                context.Stop();
        }
    }

    [Fact]
    public void LBFGS_begins_anew_at_each_checkpoint()
    {
        using var data = HandWritten.Clouds(40);
        var whole = Train(new(folder["whole"]), 6);
        Train(new(folder["half"]), 3).Dispose();
        var halves = Train(new(folder["half"]), 6, folder["half"]);
        using (whole)
        using (halves)
            WeightsTests.AssertEqual(whole, halves);

        using var model = new HandWritten();
        using var own = optim.LBFGS(model.parameters());
        var exception = Assert.Throws<ArgumentException>(() => model.Fit(data, new() { Optimizer = own, Checkpoint = new(folder["own"]), Progress = FitProgress.None }));
        Assert.StartsWith("What LBFGS remembers cannot be read", exception.Message);

        HandWritten Train(CheckpointOptions kept, int epochs, string? resume = null)
        {
            random.manual_seed(1);
            var model = new HandWritten { NewOptimizer = parameters => optim.LBFGS(parameters, 0.1, max_iter: 3) };
            model.Fit(data, new() { Epochs = epochs, BatchSize = 40, Checkpoint = kept, Resume = resume, Progress = FitProgress.None });
            return model;
        }
    }

    [Fact]
    public void A_schedule_that_watches_the_loss_and_the_best_weights_go_on()
    {
        using var data = HandWritten.Clouds(40);
        // The rate is far too large, so that the loss does not fall for long.
        var (whole, expected) = Train(8, null, null);
        Train(4, new(folder.Path), null).Model.Dispose();
        var (halves, found) = Train(8, null, folder.Path);
        using (whole)
        using (halves)
        {
            WeightsTests.AssertEqual(whole, halves);
            Assert.Equal(expected.Epochs.Select(epoch => epoch.Training.Loss), found.Epochs.Select(epoch => epoch.Training.Loss));
            Assert.Equal(expected.Epochs.Select(epoch => epoch.Training.Accuracy), found.Epochs.Select(epoch => epoch.Training.Accuracy));
        }

        (HandWritten Model, TrainingReport Report) Train(int epochs, CheckpointOptions? kept, string? resume)
        {
            random.manual_seed(1);
            var model = new HandWritten(learningRate: 5)
            {
                Schedule = (optimizer, all, steps) => new(optimizer, all, steps, _ => NeuralDsl.Schedule.ReduceLROnPlateau(0.5, patience: 0)),
            };
            return (model, model.Fit(data, new() { Epochs = epochs, BatchSize = 10, Patience = 7, Checkpoint = kept, Resume = resume, Progress = FitProgress.None }));
        }
    }

    [Fact]
    public void Another_training_is_refused_with_what_differs()
    {
        using var data = HandWritten.Clouds(20);
        using var model = new HandWritten();
        FitOptions<HandWritten.Batch> options = new() { Epochs = 1, Progress = FitProgress.None };
        model.Fit(data, options with { Checkpoint = new(folder.Path) });
        using var before = model.Layer.weight!.clone();

        Assert.Contains("BatchSize: 32 in the checkpoint, 16 now. Seed: 0 in the checkpoint, 9 now.", Refusal(options with { BatchSize = 16, Seed = 9 }));
        Assert.Contains("EmaDecay: 0 in the checkpoint, 0.5 now.", Refusal(options with { EmaDecay = 0.5 }));
        using var adam = optim.Adam(model.parameters());
        Assert.Contains("optimizer: SGD in the checkpoint, Adam now.", Refusal(options with { Optimizer = adam }));
        using var more = HandWritten.Clouds(21);
        Assert.Contains("rows: 20 in the checkpoint, 21 now.", Refusal(options, more));
        Assert.True(before.equal(model.Layer.weight!).all().ToBoolean());

        using var other = new Resumable();
        using var rows = Resumable.Clouds(20);
        var message = Assert.Throws<CheckpointException>(() => other.Fit(rows, new() { Resume = folder.Path, Progress = FitProgress.None })).Message;
        Assert.Contains("layer linear: Linear [N 3] in the checkpoint, none now.", message);
        Assert.Contains("model: HandWritten in the checkpoint, Resumable now.", message);

        string Refusal(FitOptions<HandWritten.Batch> changed, DataSet<HandWritten.Batch>? others = null) =>
            Assert.Throws<CheckpointException>(() => model.Fit(others ?? data, changed with { Resume = folder.Path })).Message;
    }

    [Fact]
    public void What_is_no_checkpoint_is_refused()
    {
        using var data = HandWritten.Clouds(20);
        using var model = new HandWritten();
        model.Save(folder["weights.safetensors"]);
        Assert.Contains("it has weights alone", Refusal("weights.safetensors"));
        File.WriteAllText(folder["text.safetensors"], "Dear reader, this is a letter.");
        Assert.Contains("this is no complete safetensors file", Refusal("text.safetensors"));
        Assert.EndsWith("the folder has no checkpoint. Leave Resume out to begin anew.", Refusal("."));

        model.Fit(data, new() { Epochs = 1, Checkpoint = new(folder["run"]), Progress = FitProgress.None });
        var path = folder["run/epoch-0001.safetensors"];
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^1]);
        Assert.Contains("this is no complete safetensors file", Refusal("run"));
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("this file is corrupt", Refusal("run"));
        Assert.Contains(
            "the folder has checkpoints already, such as epoch-0001.safetensors.",
            Assert.Throws<CheckpointException>(() => model.Fit(data, new() { Checkpoint = new(folder["run"]), Progress = FitProgress.None })).Message);

        string Refusal(string name) => Assert.Throws<CheckpointException>(() => model.Fit(data, new() { Resume = folder[name], Progress = FitProgress.None })).Message;
    }

    [Fact]
    public void The_latest_and_the_best_are_kept()
    {
        using var data = HandWritten.Clouds(20);
        using var model = new HandWritten(learningRate: 0);
        File.WriteAllText(folder["epoch-0009.safetensors.tmp"], "a crash");
        model.Fit(data, new() { Epochs = 12, BatchSize = 10, Checkpoint = new(folder.Path) { EveryEpochs = 5, KeepLast = 2 }, Progress = FitProgress.None });
        Assert.Equal(["best.safetensors", "epoch-0010.safetensors", "epoch-0012.safetensors"], Checkpoints());
        using var best = new HandWritten();
        Assert.True(best.Load(folder["best.safetensors"]).IsEmpty);
        WeightsTests.AssertEqual(model, best);
        // A checkpoint is a file of weights too.
        Assert.True(best.Load(folder["epoch-0012.safetensors"]).IsEmpty);
    }

    /// <summary>Also where fewer epochs are asked for than it has.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void A_training_that_is_complete_has_its_report(int epochs)
    {
        using var data = HandWritten.Clouds(20);
        using var model = new HandWritten();
        var report = model.Fit(data, new() { Epochs = 2, Validation = data, Checkpoint = new(folder.Path), Progress = FitProgress.None });
        using var other = new HandWritten();
        var again = other.Fit(data, new() { Epochs = epochs, Validation = data, Resume = folder.Path, Progress = FitProgress.None });
        Assert.Equal(report.Epochs.Select(epoch => $"{epoch.Number} {epoch.Training} {epoch.Validation}"), again.Epochs.Select(epoch => $"{epoch.Number} {epoch.Training} {epoch.Validation}"));
        Assert.Equal(StopReason.Completed, again.StoppedBy);
        WeightsTests.AssertEqual(model, other);
    }

    private IEnumerable<string> Checkpoints() => Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Compares a training that goes on with one that never stopped.</summary>
    private void AssertGoesOnFrom(string checkpoint)
    {
        Assert.Equal(checkpoint, new CheckpointFolder(folder.Path).All()[0]);
        using var data = Rows();
        using var whole = NewModel();
        var expected = whole.Fit(data, Options());
        random.manual_seed(99);
        using var resumed = new Resumable();
        var found = resumed.Fit(data, Options() with { Resume = folder.Path });
        WeightsTests.AssertEqual(whole, resumed);
        Assert.Equal(expected.Epochs.Select(epoch => epoch.Training.Loss), found.Epochs.Select(epoch => epoch.Training.Loss));
        Assert.Equal(Enumerable.Range(1, Epochs), found.Epochs.Select(epoch => epoch.Number));
    }
}
