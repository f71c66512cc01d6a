using System.Globalization;
using System.Text.RegularExpressions;
using NeuralDsl.Samples;

namespace NeuralDsl.Tests.CommandLine;

/// <summary>What <c>train</c> leaves behind, and how it goes on.</summary>
public sealed partial class TrainTests : IDisposable
{
    private readonly Terminal terminal = new(SampleModels.All);

    public void Dispose() => terminal.Dispose();

    [Fact]
    public void A_run_has_weights_checkpoints_history_and_report()
    {
        var output = terminal.Do("train", "WineMlp", "--epochs", "3", "--hyper", "hidden=8");
        var run = terminal["runs", "WineMlp", "1"];
        Assert.Matches(
            $@"^WineMlp: 211 parameters, 142 rows to learn from, 36 to test on\ntest loss \d\.\d{{4}}, accuracy \d+\.\d\d % after \d+\.\d\d s\n{Regex.Escape(run)}/report\.html shows how it went; model\.safetensors beside it has the weights\n$",
            output);
        Assert.Equal(
            ["checkpoints", "events", "history.csv", "model.safetensors", "report.html", "run.json"],
            Directory.GetFileSystemEntries(run).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(4, File.ReadAllLines(Path.Combine(run, "history.csv")).Length);
        Assert.Contains("WineMlp", File.ReadAllText(Path.Combine(run, "report.html")));
        Assert.Equal(
            ["best.safetensors", "epoch-0001.safetensors", "epoch-0002.safetensors", "epoch-0003.safetensors"],
            Directory.GetFiles(Path.Combine(run, "checkpoints")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var model = new WineMlp(hidden: 8);
        model.Load(Path.Combine(run, "model.safetensors"));
    }

    [Fact]
    public void Runs_are_numbered_and_the_newest_is_taken()
    {
        foreach (var number in Enumerable.Range(1, 10))
            terminal.Do("train", "WineMlp", "--epochs", "1", "--seed", $"{number}", "--quiet");
        Directory.CreateDirectory(terminal["runs", "WineMlp", "kept"]);
        Assert.Equal(["1", "10", "2", "3", "4", "5", "6", "7", "8", "9", "kept"], Directory.GetDirectories(terminal["runs", "WineMlp"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(terminal.Do("evaluate", "WineMlp", "--run", terminal["runs", "WineMlp", "10"]), terminal.Do("evaluate", "WineMlp"));
        Assert.NotEqual(terminal.Do("evaluate", "WineMlp", "--run", terminal["runs", "WineMlp", "9"]), terminal.Do("evaluate", "WineMlp"));
    }

    [Fact]
    public void Quiet_prints_the_result_alone_and_evaluate_gives_the_same()
    {
        foreach (var model in new[] { "WineMlp", "BreastCancerNet", "DigitsCnn", "SimpleNN" })
        {
            var result = Result().Match(terminal.Do("train", model, "--epochs", "2", "--seed", "5", "--quiet"));
            Assert.True(result.Success);
            Assert.Equal(result.Groups["figures"].Value + "\n", terminal.Do("evaluate", model));
        }
    }

    [Fact]
    public void The_same_command_trains_the_same_weights_and_another_seed_others()
    {
        byte[] Weights(int run) => File.ReadAllBytes(terminal["runs", "WineMlp", $"{run}", "model.safetensors"]);
        foreach (var seed in new[] { "3", "3", "4" })
            terminal.Do("train", "WineMlp", "--epochs", "2", "--seed", seed, "--quiet");
        Assert.Equal(Weights(1), Weights(2));
        Assert.NotEqual(Weights(1), Weights(3));
    }

    /// <summary>With all that decided the run: its hyper-parameters, seed, number of epochs and size of batches.</summary>
    [Fact]
    public void A_run_goes_on_as_it_began()
    {
        string[] began = ["--hyper", "hidden=8", "--seed", "6", "--batch-size", "20", "--quiet"];
        terminal.Do(["train", "WineMlp", "--epochs", "6", .. began]);
        terminal.Do(["train", "WineMlp", "--epochs", "4", .. began]);
        terminal.Do("train", "WineMlp", "--resume", "--epochs", "6", "--quiet");
        Assert.Equal(
            File.ReadAllBytes(terminal["runs", "WineMlp", "1", "model.safetensors"]),
            File.ReadAllBytes(terminal["runs", "WineMlp", "2", "model.safetensors"]));
        Assert.Equal(2, Directory.GetDirectories(terminal["runs", "WineMlp"]).Length);

        // It is complete, so there is nothing to add, and the weights stay.
        terminal.Do("train", "WineMlp", "--resume", "--quiet");
        Assert.Equal(
            File.ReadAllBytes(terminal["runs", "WineMlp", "1", "model.safetensors"]),
            File.ReadAllBytes(terminal["runs", "WineMlp", "2", "model.safetensors"]));
    }

    [Fact]
    public void A_run_is_never_overwritten()
    {
        var run = terminal["mine"];
        terminal.Do("train", "WineMlp", "--epochs", "1", "--run", run, "--quiet");
        var files = Directory.GetFiles(run, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);
        Assert.Equal($"{run}: the folder has a run already. Go on with it by --resume, or name another folder.", terminal.Fail("train", "WineMlp", "--epochs", "2", "--run", run));
        Assert.Equal(files, Directory.GetFiles(run, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes));
        terminal.Do("train", "WineMlp", "--epochs", "2", "--run", run, "--resume", "--quiet");
        Assert.False(Directory.Exists(terminal.Runs));
    }

    [Fact]
    public void What_is_not_there_or_of_another_model_is_told()
    {
        var never = $"There is no training of WineMlp in '{terminal["runs", "WineMlp"]}': run 'train WineMlp' first, or name its folder with --run.";
        Assert.All([["evaluate"], ["predict"], ["train", "--resume"]], (string[] command) => Assert.Equal(never, terminal.Fail([command[0], "WineMlp", .. command[1..]])));
        var nowhere = terminal["nowhere"];
        Assert.Equal($"{nowhere}/run.json: there is no such file, so its folder is no run. Name the folder of a run with --run.", terminal.Fail("evaluate", "WineMlp", "--run", nowhere));
        Assert.False(Directory.Exists(nowhere));

        terminal.Do("train", "WineMlp", "--epochs", "1", "--quiet");
        terminal.Do("train", "BreastCancerNet", "--epochs", "1", "--quiet");
        var (wine, tumours) = (terminal["runs", "WineMlp", "1"], terminal["runs", "BreastCancerNet", "1"]);
        Assert.Equal(
            $"{wine}/run.json: this is the configuration of a training of WineMlp, not of BreastCancerNet. Name the folder of a run with --run.",
            terminal.Fail("evaluate", "BreastCancerNet", "--run", wine));

        File.Copy($"{tumours}/model.safetensors", $"{wine}/model.safetensors", overwrite: true);
        var other = terminal.Fail("evaluate", "WineMlp");
        Assert.StartsWith($"{wine}/model.safetensors: ", other);
        Assert.Contains("linear3.weight", other);
        File.WriteAllBytes($"{wine}/model.safetensors", File.ReadAllBytes($"{tumours}/model.safetensors")[..^7]);
        Assert.StartsWith($"{wine}/model.safetensors: ", terminal.Fail("evaluate", "WineMlp"));
        File.Delete($"{wine}/model.safetensors");
        Assert.Contains($"{wine}/model.safetensors", terminal.Fail("predict", "WineMlp"));

        File.WriteAllText($"{wine}/checkpoints/epoch-0001.safetensors", "nothing");
        Assert.StartsWith($"{wine}/checkpoints/epoch-0001.safetensors: ", terminal.Fail("train", "WineMlp", "--resume", "--quiet"));
        foreach (var (text, fault) in new[] { ("{\n\"model\": ", "it is no JSON at line 2."), ("{}", "this is no configuration of a training."), ("null", "this is no configuration of a training.") })
        {
            File.WriteAllText($"{wine}/run.json", text);
            var message = terminal.Fail("evaluate", "WineMlp");
            Assert.StartsWith($"{wine}/run.json: ", message);
            Assert.Contains(fault, message);
        }
    }

    public static TheoryData<string> Samples => [.. SampleModels.All.Select(definition => definition.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_learns_in_small(string sample)
    {
        terminal.Do("train", sample, "--small");
        var history = File.ReadLines(terminal["runs", sample, "1", "history.csv"]).Select(line => line.Split(',')).ToArray();
        var column = Array.IndexOf(history[0], "training loss");
        var losses = history.Skip(1).Select(row => double.Parse(row[column], CultureInfo.InvariantCulture)).ToArray();
        Assert.All(losses, loss => Assert.True(double.IsFinite(loss)));
        Assert.True(losses[^1] < losses[0], string.Join(", ", losses));
    }

    [Fact]
    public void A_run_in_small_has_its_sizes_rows_and_epochs_and_what_is_said_goes_before()
    {
        using var one = new Terminal(WineMlp.Definition.With(small: new(("hidden", 4)) { Epochs = 3, Rows = 30 }));
        Assert.StartsWith("WineMlp: 91 parameters, 30 rows to learn from, 30 to test on\n", one.Do("train", "WineMlp", "--small"));
        Assert.Equal(4, File.ReadAllLines(one["runs", "WineMlp", "1", "history.csv"]).Length);
        Assert.StartsWith("WineMlp: 118 parameters, 30 rows to learn from", one.Do("train", "WineMlp", "--small", "--hyper", "hidden=5", "--epochs", "1"));
        Assert.Equal(2, File.ReadAllLines(one["runs", "WineMlp", "2", "history.csv"]).Length);
        // Measuring and going on take the same rows.
        Assert.Equal(31, one.Do("predict", "WineMlp").Count(character => character == '\n'));
        Assert.StartsWith("WineMlp: 118 parameters, 30 rows to learn from", one.Do("train", "WineMlp", "--resume", "--epochs", "2"));
    }

    [Fact]
    public void A_trained_model_is_handed_on_in_evaluation_mode_once_it_is_measured()
    {
        var finished = 0;
        using var one = new Terminal(WineMlp.Definition.With(finish: (model, training) =>
        {
            finished++;
            Assert.False(model.training);
            Assert.Equal((36, 9), (training.Data.Test.Count, training.Seed));
            Assert.True(File.Exists(Path.Combine(training.Folder, "model.safetensors")));
            training.Output.WriteLine($"{training.Report.Epochs.Length} epochs");
        }));
        Assert.Matches("^test loss .* s\n1 epochs\n$", one.Do("train", "WineMlp", "--epochs", "1", "--seed", "9", "--quiet"));
        one.Do("evaluate", "WineMlp");
        Assert.Equal(1, finished);
    }

    [GeneratedRegex(@"^test (?<figures>loss .*) after \d+\.\d\d s\n$")]
    private static partial Regex Result();
}
