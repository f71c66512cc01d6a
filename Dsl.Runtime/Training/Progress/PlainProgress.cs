using System.Globalization;

namespace NeuralDsl;

/// <summary>One line for each epoch: for pipes, files and continuous integration.</summary>
internal sealed class PlainProgress(TextWriter output) : FitProgress
{
    private int epochs;

    protected internal override TrainingReport Run(FitPlan plan, Func<TrainingReport> fit)
    {
        epochs = plan.Epochs;
        foreach (var finding in plan.Findings)
            output.WriteLine(finding);
        return base.Run(plan, fit);
    }

    protected internal override void OnEpoch(EpochReport epoch)
    {
        var number = epoch.Number.ToString(CultureInfo.InvariantCulture).PadLeft(epochs.ToString(CultureInfo.InvariantCulture).Length);
        var validation = epoch.Validation is { } rows ? $"; validation {rows.ToLine()}" : "";
        var duration = epoch.Duration.TotalSeconds < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{epoch.Duration.TotalMilliseconds:0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{epoch.Duration.TotalSeconds:0.0} s");
        output.WriteLine($"epoch {number}/{epochs}: {epoch.Training.ToLine()}{validation}; {duration}");
    }
}
