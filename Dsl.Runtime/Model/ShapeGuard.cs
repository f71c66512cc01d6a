using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Checks what a user's own code makes against the shape that its attribute declares.</summary>
public static class ShapeGuard
{
    /// <summary>Checks a tensor's shape.</summary>
    /// <param name="value">The tensor.</param>
    /// <param name="owner">What begins the message: the model and the method or module.</param>
    /// <param name="expected">The declared sizes.</param>
    /// <exception cref="InvalidOperationException">The tensor has another shape; the message shows both.</exception>
    public static void Check(Tensor value, string owner, ReadOnlySpan<long> expected)
    {
        ArgumentNullException.ThrowIfNull(value);
        var fits = value.dim() == expected.Length;
        for (var axis = 0; fits && axis < expected.Length; axis++)
            fits = value.size(axis) == expected[axis];
        if (!fits)
            throw new InvalidOperationException($"{owner} declares [{string.Join(",", expected.ToArray())}] but made [{string.Join(",", value.shape)}].");
    }
}
