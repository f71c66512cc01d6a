using NeuralDsl.Samples;

namespace NeuralDsl.Tests.CommandLine;

/// <summary>The search as a command.</summary>
public sealed class SearchCommandTests : IDisposable
{
    private readonly Terminal terminal = new(SampleModels.All);

    public void Dispose() => terminal.Dispose();

    [Fact]
    public void The_best_trial_becomes_a_run()
    {
        var lines = terminal.Do("search", "WineMlp", "--trials", "5", "--epochs", "3", "--quiet").TrimEnd().Split('\n');
        var best = terminal["runs", "WineMlp", "search", "best"];
        Assert.Equal($"its weights: {best}/model.safetensors", lines[^1]);
        Assert.Equal(["trial", "LearningRate", "hidden", "epochs", "on", "validation", "rows"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var number = lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        var evaluation = terminal.Do("evaluate", "WineMlp", "--run", best);
        Assert.Equal($"trial {number} on the rows kept for testing: {evaluation.TrimEnd()}", lines[^2]);

        // It is no run of the model until one takes its values over.
        Assert.StartsWith("There is no training of WineMlp", terminal.Fail("evaluate", "WineMlp"));
    }

    [Fact]
    public void Every_trial_is_told_and_the_same_seed_tells_the_same()
    {
        string[] command = ["search", "WineMlp", "--trials", "3", "--epochs", "2", "--method", "Random", "--seed", "4"];
        var output = terminal.Do(command);
        Assert.Matches(@"^trial 1: LearningRate=[^ ]+, hidden=\d+; epoch 2: loss \d.*\ntrial 2: .*\ntrial 3: ", output);
        Assert.Equal(output, terminal.Do(command));
    }

    [Fact]
    public void A_model_without_ranges_has_nothing_to_search()
    {
        Assert.Equal(
            "SimpleNN declares nothing to search: give the class [Search(\"LearningRate\", From = 1e-4, To = 1e-1, Log = true)] or the like.",
            terminal.Fail("search", "SimpleNN"));
        Assert.False(Directory.Exists(terminal.Runs));
    }
}
