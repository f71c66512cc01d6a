using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace NeuralDsl;

/// <summary>A bar over the whole training that is redrawn in place, with loss, metrics, samples per second and the time left.</summary>
internal sealed class LiveProgress(IAnsiConsole console) : FitProgress
{
    // Reading the metrics costs more than a small step; the eye does not need them more often.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch watch = new();
    private FitPlan plan = new("", 1, 1, 1);
    private ProgressTask? bar;
    private TimeSpan lastRead;
    private long steps;
    private long samples;

    // Replaced as a whole by the training thread and read by the drawing one.
    private volatile string epoch = "";
    private volatile string measured = "";
    private volatile string speed = "";
    private volatile string time = "";

    protected internal override TrainingReport Run(FitPlan plan, Func<TrainingReport> fit)
    {
        this.plan = plan;
        epoch = $"epoch 1/{plan.Epochs}";
        watch.Restart();
        return console.Progress()
            .AutoClear(false)
            .Columns(
                new LiveText(() => epoch, Color.Default),
                new ProgressBarColumn { Width = 20 },
                new LiveText(() => measured, Color.Default),
                new LiveText(() => speed, Color.Grey),
                new LiveText(() => time, Color.Grey))
            .Start(context =>
            {
                bar = context.AddTask(plan.Model, maxValue: (double)plan.Epochs * plan.Steps);
                var report = fit();
                time = Invariant($"in {watch.Elapsed.TotalSeconds:0.0} s");
                return report;
            });
    }

    protected internal override void OnStep(FitStep step)
    {
        steps++;
        samples += step.Rows;
        if (watch.Elapsed - lastRead < Interval)
            return;
        lastRead = watch.Elapsed;
        epoch = $"epoch {step.Epoch}/{plan.Epochs}";
        measured = step.Training.ToString();
        Draw();
    }

    protected internal override void OnEpoch(EpochReport epoch)
    {
        measured = epoch.Validation is { } rows ? $"validation {rows}" : epoch.Training.ToString();
        this.epoch = $"epoch {epoch.Number}/{plan.Epochs}";
        Draw();
    }

    private void Draw()
    {
        var elapsed = watch.Elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds(elapsed * ((plan.Epochs * (double)plan.Steps) - steps) / steps);
        speed = Invariant($"{samples / elapsed:N0} samples/s");
        time = left.TotalHours < 1 ? Invariant($"{left:m\\:ss} left") : Invariant($"{(long)left.TotalHours}{left:\\:mm\\:ss} left");
        bar!.Value = steps;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
