namespace NeuralDsl;

/// <summary>Adds the elements beside the edges, mirrored at them.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, D, H, W]</c> → <c>[N, C, D + front + back, H + top + bottom, W + left + right]</c>; each side is below the size of its
/// axis.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 D H W"), ReflectionPad3d(1)]</code></example>
public sealed class ReflectionPad3dAttribute : PadAttribute
{
    /// <param name="padding">How much on every side; at least 0.</param>
    public ReflectionPad3dAttribute(long padding) : base(padding)
    {
    }

    /// <param name="padding">How much on every side, an expression over hyper-parameters, or one size for each side (left, right, top, bottom, front and back): <c>"1 1 1 1 0 2"</c>.</param>
    public ReflectionPad3dAttribute(string padding) : base(padding)
    {
    }
}
