using Spectre.Console;

namespace NeuralDsl;

/// <summary>Hears how <c>Fit</c> goes. Derive from it to log, to draw or to stop early by a <see cref="CancellationTokenSource"/>.</summary>
public class FitProgress
{
    /// <summary>For deriving; by itself a progress that says nothing.</summary>
    protected FitProgress()
    {
    }

    /// <summary><see cref="Live"/> in an interactive terminal; <see cref="Plain"/> where the output is piped, or in continuous integration.</summary>
    public static FitProgress Auto =>
        AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true } && !Console.IsOutputRedirected ? Live : Plain;

    /// <summary>One line that is redrawn: a bar with loss, metrics, rows per second and the time left.</summary>
    public static FitProgress Live => new LiveProgress(AnsiConsole.Console);

    /// <summary>One line for each epoch on the standard output.</summary>
    public static FitProgress Plain => new PlainProgress(Console.Out);

    /// <summary>Says nothing.</summary>
    public static FitProgress None { get; } = new();

    /// <summary>Surrounds the training.</summary>
    /// <param name="plan">What is about to happen.</param>
    /// <param name="fit">Does it; call it once, on the same thread.</param>
    protected internal virtual TrainingReport Run(FitPlan plan, Func<TrainingReport> fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return fit();
    }

    /// <summary>Called after every optimizer step, many times a second: be quick.</summary>
    protected internal virtual void OnStep(FitStep step)
    {
    }

    /// <summary>Called after every epoch and its validation.</summary>
    protected internal virtual void OnEpoch(EpochReport epoch)
    {
    }
}
