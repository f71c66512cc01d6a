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

    /// <summary>A number in which every element counts differently: of what is normalized, the sum of squares never changes.</summary>
    public static Tensor Score(Tensor output) => (output * arange(output.numel()).sin().view(output.shape)).sum();

    private static Dictionary<string, Tensor> Run()
    {
        using var pyTorch = new PyTorch("parity.py");
        var results = pyTorch.Ask("everything", new Dictionary<string, Tensor>());
        // The first test to ask may have a dispose scope, and the others ask after it.
        foreach (var result in results.Values)
            result.DetachFromDisposeScope();
        return results;
    }
}
