using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Parity;

/// <summary>When two engines' numbers count as the same.</summary>
internal static class Closeness
{
    /// <summary>Of the largest number: single precision, added up in another order.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>Below this the largest number is no measure: what is zero exactly comes out as a rounding error.</summary>
    private const double LeastScale = 1e-3;

    /// <summary>Asserts that the shape is PyTorch's, and every number to 1e-5 of PyTorch's largest.</summary>
    /// <param name="what">What is compared.</param>
    /// <param name="expected">PyTorch's numbers.</param>
    /// <param name="found">The numbers that must be those.</param>
    /// <param name="tolerance">The difference allowed, relative to the largest number.</param>
    /// <param name="leastScale">What counts as the largest number where all are smaller.</param>
    public static void AssertClose(string what, Tensor expected, Tensor found, double tolerance = Tolerance, double leastScale = LeastScale)
    {
        Assert.True(expected.shape.SequenceEqual(found.shape), $"{what}: shape {Text(found)}, PyTorch's is {Text(expected)}.");
        if (expected.numel() == 0)
            return;
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var scale = Math.Max(Math.Max(LeastScale, leastScale), Largest(expected));
        var difference = Largest(found.to_type(ScalarType.Float64) - expected.to_type(ScalarType.Float64));
        Assert.True(
            difference <= tolerance * scale,
            FormattableString.Invariant($"{what}: differs from PyTorch by {difference:g3} where the largest number is {scale:g3}."));
    }

    /// <summary>The largest magnitude in a tensor, which is not empty.</summary>
    public static double Largest(Tensor tensor)
    {
        using var _ = no_grad();
        using var doubles = tensor.to_type(ScalarType.Float64);
        using var magnitudes = doubles.abs();
        using var largest = magnitudes.max();
        return largest.ToDouble();
    }

    private static string Text(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
