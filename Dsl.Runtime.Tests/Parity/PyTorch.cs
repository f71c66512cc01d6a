using System.Diagnostics;
using System.Text.Json;

namespace NeuralDsl.Tests.Parity;

/// <summary>The distribution's PyTorch, which the numbers are compared with.</summary>
internal static class PyTorch
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Why nothing can be compared here, or null.</summary>
    public static string? Missing { get; } = IsThere() ? null : $"{Python} has no torch: install python3-torch.";

    /// <summary>Runs the script beside the tests.</summary>
    public static Answer Run(Request request)
    {
        using var process = Start("Parity/parity.py");
        // The script reads all of it before it answers, so neither side waits for the other.
        JsonSerializer.Serialize(process.StandardInput.BaseStream, request);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return JsonSerializer.Deserialize<Answer>(answer)!;
    }

    private static bool IsThere()
    {
        if (!File.Exists(Python))
            return false;
        using var process = Start("-c", "import torch");
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Python, arguments)
    {
        WorkingDirectory = AppContext.BaseDirectory,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public sealed record Request(string Model, bool Training, Dictionary<string, TensorText> State, TensorText Features, TensorText Target);

    public sealed record Answer(double[] Output, double[] Losses, Dictionary<string, double[]> Gradients, Dictionary<string, double[]> State);
}
