using NeuralDsl.Samples;
using NeuralDsl.Tests.Training.Checkpoints;

namespace NeuralDsl.Tests.CommandLine;

/// <summary>Ctrl-C ends a command in order.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly Terminal terminal = new(SampleModels.All);

    public void Dispose() => terminal.Dispose();

    [Fact]
    public void A_training_that_is_interrupted_goes_on()
    {
        using var child = ChildProcess.Say("train", "WineMlp", "--epochs", "1000000", "--seed", "2", "--runs", terminal.Runs);
        child.WaitForStart("epoch ");
        var run = terminal["runs", "WineMlp", "1"];
        Assert.Contains($"interrupted; 'train WineMlp --resume --run {run}' goes on\ntest loss ", child.Interrupt(ModelCommandLine.Interrupted));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(run, "checkpoints"), "epoch-*.safetensors"));
        Assert.True(File.Exists(Path.Combine(run, "report.html")));
        terminal.Do("evaluate", "WineMlp");

        // One epoch is under way or about to begin.
        var epochs = File.ReadAllLines(Path.Combine(run, "history.csv")).Length - 1;
        terminal.Do("train", "WineMlp", "--resume", "--epochs", $"{epochs + 2}", "--quiet");
        terminal.Do("train", "WineMlp", "--epochs", $"{epochs + 2}", "--seed", "2", "--quiet");
        using WineMlp halves = new(), whole = new();
        halves.Load(Path.Combine(run, "model.safetensors"));
        whole.Load(terminal["runs", "WineMlp", "2", "model.safetensors"]);
        WeightsTests.AssertEqual(whole, halves);
    }

    [Fact]
    public void A_training_that_is_interrupted_in_its_first_epoch_goes_on()
    {
        var wine = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "wine.csv"));
        var rows = terminal.Write("many.csv", [wine[0], .. Enumerable.Repeat(wine[1..], 100).SelectMany(lines => lines)]);
        using var child = ChildProcess.Say("train", "WineMlp", "--epochs", "1", "--batch-size", "1", "--data", rows, "--runs", terminal.Runs);
        child.WaitForStart("WineMlp: ");
        var run = terminal["runs", "WineMlp", "1"];
        Assert.Equal($"interrupted; 'train WineMlp --resume --run {run}' goes on\n", child.Interrupt(ModelCommandLine.Interrupted));
        Assert.Contains(Path.Combine(run, "model.safetensors"), terminal.Fail("evaluate", "WineMlp"));
        terminal.Do("train", "WineMlp", "--resume", "--quiet");
        terminal.Do("evaluate", "WineMlp");
        Assert.Equal(2, File.ReadAllLines(Path.Combine(run, "history.csv")).Length);
    }

    [Fact]
    public void A_search_that_is_interrupted_reports_what_it_found()
    {
        using var child = ChildProcess.Say("search", "WineMlp", "--trials", "100000", "--runs", terminal.Runs);
        child.WaitForStart("trial 1:");
        Assert.Contains("search/best/model.safetensors", child.Interrupt(ModelCommandLine.Interrupted));
        terminal.Do("evaluate", "WineMlp", "--run", terminal["runs", "WineMlp", "search", "best"]);
    }
}
