using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace NeuralDsl;

/// <summary>A bar over the whole training that is redrawn in place, with loss, metrics, rows per second and the time left.</summary>
internal sealed class LiveProgress(IAnsiConsole console) : FitProgress
{
    // Reading the metrics costs more than a small step, and the eye does not need them more often.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // A line that is wider than the terminal cannot be redrawn in place: a narrow one goes without the speed and most of the bar.
    private const int WideTerminal = 112;

    private readonly Stopwatch watch = new();
    private FitPlan plan = new("", 1, 1, 1);
    private ProgressTask? bar;
    private TimeSpan lastRead;
    private long steps;
    private long samples;
    private Evaluation? validation;

    // Replaced as a whole by the training thread and read by the drawing one.
    private volatile string epoch = "";
    private volatile string measured = "";
    private volatile string speed = "";
    private volatile string time = "";

    protected internal override TrainingReport Run(FitPlan plan, Func<TrainingReport> fit)
    {
        this.plan = plan;
        (steps, samples, lastRead, validation) = (plan.StepsDone, 0, TimeSpan.Zero, null);
        (epoch, measured, speed, time) = ($"epoch 1/{plan.Epochs}", "", "", "");
        foreach (var finding in plan.Findings)
            console.WriteLine(finding.ToString());
        watch.Restart();
        return console.Progress().AutoClear(false).Columns(Columns()).Start(context =>
        {
            bar = context.AddTask(plan.Model, maxValue: (double)plan.Epochs * plan.Steps);
            bar.Value = steps;
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
        Draw(step.Epoch, step.Training);
    }

    protected internal override void OnEpoch(EpochReport epoch)
    {
        validation = epoch.Validation;
        Draw(epoch.Number, epoch.Training);
    }

    private ProgressColumn[] Columns()
    {
        var isWide = console.Profile.Width >= WideTerminal;
        ProgressColumn[] columns = [new LiveText(() => epoch), new ProgressBarColumn { Width = isWide ? 20 : 8 }, new LiveText(() => measured)];
        return isWide ? [.. columns, new LiveText(() => speed), new LiveText(() => time)] : [.. columns, new LiveText(() => time)];
    }

    private void Draw(int number, Evaluation training)
    {
        var elapsed = watch.Elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds(elapsed * ((plan.Epochs * (double)plan.Steps) - steps) / Math.Max(1, steps - plan.StepsDone));
        epoch = $"epoch {number}/{plan.Epochs}";
        measured = validation is null ? training.ToLine() : $"{training.ToLine()}, validation {Brief(validation)}";
        speed = Invariant($"{samples / elapsed:N0} rows/s");
        time = left.TotalHours < 1 ? Invariant($"{left:m\\:ss} left") : Invariant($"{(long)left.TotalHours}{left:\\:mm\\:ss} left");
        bar!.Value = steps;
    }

    /// <summary>The number that stands beside the training's last one.</summary>
    private static string Brief(Evaluation validation) =>
        validation.Metrics is [var first, ..] ? first.Text : Invariant($"{validation.Loss:0.0000}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
