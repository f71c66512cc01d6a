using NeuralDsl.Tests.Models;
using NeuralDsl.Tests.Training.Checkpoints;

namespace NeuralDsl.Tests.Training;

public class CallbackTests
{
    [Fact]
    public void Events_come_in_order()
    {
        using var folder = new TemporaryFolder();
        using var data = HandWritten.Clouds(9);
        using var model = new HandWritten();
        var heard = new Recorder();
        model.Fit(data, new() { Epochs = 2, BatchSize = 4, Validation = data, Checkpoint = new(folder.Path) { EverySteps = 1 }, Callbacks = [heard], Progress = FitProgress.None });
        Assert.Equal(
            [
                "begin", "epoch 1", "step 1.1 of 4", "kept epoch-0000-step-000001", "step 1.2 of 5", "end of 1", "kept epoch-0001",
                "epoch 2", "step 2.1 of 4", "kept epoch-0001-step-000001", "step 2.2 of 5", "end of 2", "kept epoch-0002", "end: Completed",
            ],
            heard.Events);
    }

    [Fact]
    public void A_callback_may_stop_within_an_epoch()
    {
        using var data = HandWritten.Clouds(40);
        using var model = new HandWritten();
        var heard = new Recorder { StopAt = (2, 3) };
        var report = model.Fit(data, new() { Epochs = 5, BatchSize = 8, Callbacks = [heard], Progress = FitProgress.None });
        Assert.Equal((1, StopReason.Callback), (report.Epochs.Length, report.StoppedBy));
        Assert.Equal(["step 2.3 of 8", "end: Callback"], heard.Events.TakeLast(2));
    }

    [Fact]
    public void A_stop_at_the_last_step_completes_the_epoch()
    {
        using var data = HandWritten.Clouds(40);
        using var model = new HandWritten();
        var heard = new Recorder { StopAt = (2, 5) };
        var report = model.Fit(data, new() { Epochs = 5, BatchSize = 8, Callbacks = [heard], Progress = FitProgress.None });
        Assert.Equal((2, StopReason.Callback), (report.Epochs.Length, report.StoppedBy));
    }

    [Fact]
    public void The_optimizer_is_at_hand()
    {
        using var data = HandWritten.Clouds(9);
        using var model = new HandWritten();
        using var before = model.Layer.weight!.clone();
        model.Fit(data, new() { Epochs = 2, Callbacks = [new RateSetter(0)], Progress = FitProgress.None });
        Assert.True(before.equal(model.Layer.weight!).all().ToBoolean());
    }

    private sealed class Recorder : FitCallback<HandWritten.Batch>
    {
        public List<string> Events { get; } = [];

        public (int Epoch, int Step) StopAt { get; init; }

        public override void OnFitBegin(FitContext<HandWritten.Batch> context) => Events.Add("begin");

        public override void OnEpochBegin(FitContext<HandWritten.Batch> context) => Events.Add($"epoch {context.Epoch}");

        public override void OnStep(FitContext<HandWritten.Batch> context, FitStep step)
        {
            Events.Add($"step {step.Epoch}.{step.Number} of {step.Rows}");
            if ((step.Epoch, step.Number) == StopAt)
                context.Stop();
        }

        public override void OnEpochEnd(FitContext<HandWritten.Batch> context, EpochReport epoch)
        {
            Assert.Same(epoch, context.History[^1]);
            Events.Add($"end of {epoch.Number}");
        }

        public override void OnCheckpoint(FitContext<HandWritten.Batch> context, string path) => Events.Add($"kept {Path.GetFileNameWithoutExtension(path)}");

        public override void OnFitEnd(FitContext<HandWritten.Batch> context, TrainingReport report) => Events.Add($"end: {report.StoppedBy}");
    }

    private sealed class RateSetter(double rate) : FitCallback<HandWritten.Batch>
    {
        public override void OnEpochBegin(FitContext<HandWritten.Batch> context)
        {
            foreach (var group in context.Optimizer.ParamGroups)
                group.LearningRate = rate;
        }
    }
}
