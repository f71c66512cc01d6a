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
    public static void AssertClose(string what, Tensor expected, Tensor found, double tolerance = Tolerance)
    {
        Assert.True(expected.shape.SequenceEqual(found.shape), $"{what}: shape {Text(found)}, PyTorch's is {Text(expected)}.");
        if (expected.numel() == 0)
            return;
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var theirs = expected.to_type(ScalarType.Float64);
        var scale = Math.Max(LeastScale, theirs.abs().max().ToDouble());
        var difference = (found.to_type(ScalarType.Float64) - theirs).abs().max().ToDouble();
        Assert.True(
            difference <= tolerance * scale,
            FormattableString.Invariant($"{what}: differs from PyTorch by {difference:g3} where the largest number is {scale:g3}."));
    }

    private static string Text(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
