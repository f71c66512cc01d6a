using System.Diagnostics;
using NeuralDsl.Samples;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Training.Checkpoints;

/// <summary>A training in a process of its own, which a test can kill: the assembly of the tests is its program.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    // A shell starts what runs in the background with Ctrl-C ignored, and whatever that starts inherits it.
    private ChildProcess(params string[] arguments) => process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", typeof(ChildProcess).Assembly.Location, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardInput = true,
    })!;

    /// <summary>Trains until so many steps of an epoch are done, and then waits.</summary>
    public static ChildProcess TrainUntil(string folder, int epoch, int step) => new("train", folder, $"{epoch}", $"{step}");

    /// <summary>Writes a checkpoint after every step, and trains for ever.</summary>
    public static ChildProcess WriteCheckpoints(string folder) => new("write", folder);

    /// <summary>Runs a command of the samples' command line.</summary>
    public static ChildProcess Say(params string[] command) => new(["say", .. command]);

    /// <summary>Waits for a line of its output.</summary>
    public void WaitFor(string line) => Assert.Equal(line, process.StandardOutput.ReadLine());

    /// <summary>Waits for a line of its output that begins so.</summary>
    public void WaitForStart(string start)
    {
        string? line;
        do
            line = process.StandardOutput.ReadLine();
        while (line?.StartsWith(start, StringComparison.Ordinal) == false);
        Assert.NotNull(line);
    }

    /// <summary>Ends it as a crash does (SIGKILL).</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Interrupts it as Ctrl-C does, and gives the rest of its output.</summary>
    public string Interrupt(int exitCode = 0)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        kill.WaitForExit();
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "It went on for two minutes after the interruption.");
        Assert.Equal(exitCode, process.ExitCode);
        return output.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static int Main(string[] arguments)
    {
        if (arguments is ["say", .. var command])
            return ModelCommandLine.Run(command, SampleModels.All);
        using var data = ResumeTests.Rows();
        using var model = ResumeTests.NewModel();
        using var interruption = new Interruption();
        if (arguments is ["train", var folder, var epoch, var step])
        {
            var report = model.Fit(data, ResumeTests.Options() with
            {
                Checkpoint = new(folder) { EverySteps = 3 },
                CancellationToken = interruption.Token,
                Callbacks = [new Waiter(int.Parse(epoch), int.Parse(step), interruption.Token)],
            });
            Console.WriteLine($"{report.Epochs.Length} {report.StoppedBy}");
        }
        else
        {
            model.Fit(data, ResumeTests.Options() with { Epochs = int.MaxValue / 100, Checkpoint = new(arguments[1]) { EverySteps = 1, KeepLast = 4 }, Callbacks = [new Waiter(1, 2, new(true))] });
        }
        return 0;
    }

    /// <summary>Says that a step is done, and waits until the process ends or is interrupted.</summary>
    private sealed class Waiter(int epoch, int step, CancellationToken until) : FitCallback<Resumable.Batch>
    {
        public override void OnStep(FitContext<Resumable.Batch> context, FitStep done)
        {
            if ((done.Epoch, done.Number) != (epoch, step))
                return;
            Console.WriteLine("ready");
            until.WaitHandle.WaitOne();
        }
    }
}
