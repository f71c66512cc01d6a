namespace NeuralDsl;

/// <summary>Average of windows that fit, so that the output has a given size whatever the input's.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, L]</c> → <c>[N, C, out]</c>.</para>
/// <para>Source: window i of n along an axis of size s is from <c>⌊i·s/n⌋</c> to <c>⌈(i + 1)·s/n⌉</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 L"), AdaptiveAvgPool1d(4)]</code></example>
public sealed class AdaptiveAvgPool1dAttribute : AdaptivePoolAttribute
{
    /// <param name="output">Size of the output; at least 1.</param>
    public AdaptiveAvgPool1dAttribute(long output) : base(output)
    {
    }

    /// <param name="output">Size of the output, an expression over hyper-parameters; <c>"?"</c> keeps the size.</param>
    public AdaptiveAvgPool1dAttribute(string output) : base(output)
    {
    }
}
