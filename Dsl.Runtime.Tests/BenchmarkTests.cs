using System.Diagnostics;

namespace NeuralDsl.Tests;

/// <summary>The benchmark of steps does what it says; what it measures, no test asserts.</summary>
public class BenchmarkTests
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory);

    [Fact]
    public void A_row_has_the_steps_of_contestants_that_compute_the_same()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["page.md"], "# Page\n\n<!-- steps -->\nold\n<!-- /steps -->\n\nThe end.\n");
        var (exitCode, output) = Run(
            "step", "--samples", "SimpleNN", "--sizes", "small", "--threads", "1", "--modes", "train", "--processes", "1", "--rounds", "1", "--seconds", "0.01", "--markdown", folder["page.md"]);
        Assert.True(exitCode == 0, output);
        Assert.Matches(@"(?m)^│ training +│ 1 +│ SimpleNN +│ small +│ +[\d.]+ [µm]?s │ +[\d.]+ [µm]?s [\d.]+ │ +[\d.]+ [µm]?s [\d.]+ │ +[\d.]+ [µm]?s [\d.]+ │", output);
        Assert.Matches(
            @"\A# Page\n\n<!-- steps -->\n\nMeasured with libtorch (.|\n)*### Training, one thread\n(.|\n)*\n\| SimpleNN \| small \| (.|\n)*### Summary\n(.|\n)*<!-- /steps -->\n\nThe end\.\n\z",
            File.ReadAllText(folder["page.md"]));
    }

    [Theory]
    [InlineData("--samples: there is no 'Simple'; there are SimpleNN, ", "--samples", "Simple")]
    [InlineData("--threads: '0' is no number of threads.", "--threads", "1,0")]
    [InlineData("--seconds is a number above 0.", "step", "--seconds", "0,5")]
    [InlineData("--rounds is at least 1.", "step", "--rounds", "0")]
    [InlineData("profile (where the time of a step goes)", "profile")]
    public void What_it_does_not_know_it_names(string message, params string[] arguments)
    {
        var (exitCode, output) = Run(arguments);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(message, output);
    }

    private static (int ExitCode, string Output) Run(params string[] arguments)
    {
        // It is built beside the tests.
        var program = Path.Combine(Output.Parent!.Parent!.FullName, "NeuralDsl.Benchmarks", Output.Name, "NeuralDsl.Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
