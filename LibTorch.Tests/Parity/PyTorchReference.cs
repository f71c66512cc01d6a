using System.Diagnostics;

namespace NeuralDsl.LibTorch.Tests.Parity;

/// <summary>Runs parity.py once and holds what PyTorch computed, by name.</summary>
public static class PyTorchReference
{
    private static readonly Lazy<Dictionary<string, Tensor>> Results = new(Run);

    public static IEnumerable<string> Names(string prefix) =>
        Results.Value.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether PyTorch's number is this one, to 1e-5 relative.</summary>
    public static void AssertEqual(string name, Tensor actual)
    {
        Assert.True(Results.Value.TryGetValue(name, out var expected), $"parity.py computes no '{name}'.");
        Assert.True(expected.shape.SequenceEqual(actual.shape), $"{name}: shape {Text(actual)}, PyTorch's is {Text(expected)}.");
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var left = actual.to_type(ScalarType.Float64);
        var right = expected.to_type(ScalarType.Float64);
        var scale = Math.Max(1e-3, right.numel() == 0 ? 0 : right.abs().max().ToDouble());
        var difference = right.numel() == 0 ? 0 : (left - right).abs().max().ToDouble();
        Assert.True(
            difference <= 1e-5 * scale, $"{name}: differs from PyTorch by {difference:g3} where the largest number is {scale:g3}.");
    }

    private static string Text(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";

    private static Dictionary<string, Tensor> Run()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Parity", "parity.py");
        var output = Path.Combine(Path.GetTempPath(), $"neuraldsl-parity-{Guid.NewGuid():N}.bin");
        try
        {
            Execute(script, output);
            using var reader = new BinaryReader(File.OpenRead(output));
            var results = new Dictionary<string, Tensor>();
            for (var left = reader.Read7BitEncodedInt64(); left > 0; left--)
                results.Add(reader.ReadString(), Tensor.Load(reader).DetachFromDisposeScope());
            return results;
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static void Execute(string script, string output)
    {
        // The distribution's PyTorch belongs to the distribution's Python, which need not be the first in the path.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        using var process = Process.Start(new ProcessStartInfo(python, [script, output]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{python} could not be started: run build/setup.sh --tests.");
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return;
        throw new InvalidOperationException(errors.Contains("No module named 'torch'", StringComparison.Ordinal)
            ? $"{python} has no PyTorch to compare with: run build/setup.sh --tests, which installs python3-torch."
            : $"parity.py failed:\n{errors}");
    }
}
