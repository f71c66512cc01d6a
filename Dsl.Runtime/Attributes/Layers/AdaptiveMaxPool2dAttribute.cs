namespace NeuralDsl;

/// <summary>Maximum of windows that fit, so that the output has a given size whatever the input's.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, C, out, out]</c>.</para>
/// <para>Source: window i of n along an axis of size s is from <c>⌊i·s/n⌋</c> to <c>⌈(i + 1)·s/n⌉</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 H W"), AdaptiveMaxPool2d("7 ?")]</code></example>
public sealed class AdaptiveMaxPool2dAttribute : AdaptivePoolAttribute
{
    /// <param name="output">Size of the output along all axes; at least 1.</param>
    public AdaptiveMaxPool2dAttribute(long output) : base(output)
    {
    }

    /// <param name="output">Size of the output, an expression over hyper-parameters, or one size for each axis, of which a <c>?</c> keeps what it is: <c>"7 ?"</c>.</param>
    public AdaptiveMaxPool2dAttribute(string output) : base(output)
    {
    }
}
