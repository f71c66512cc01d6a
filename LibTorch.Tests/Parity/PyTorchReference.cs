using NeuralDsl.Parity;

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
        Closeness.AssertClose(name, expected, actual);
    }

    private static Dictionary<string, Tensor> Run()
    {
        using var pyTorch = new PyTorch("parity.py");
        return pyTorch.Ask("everything", new Dictionary<string, Tensor>());
    }
}
