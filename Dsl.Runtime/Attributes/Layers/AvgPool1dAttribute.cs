namespace NeuralDsl;

/// <summary>Average of each window.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, L]</c> → <c>[N, C, L′]</c>, each size <c>(size + 2·padding - kernel) / stride + 1</c>, rounded down, or up with
/// <c>CeilMode</c>, where a last window that would start behind the axis is left out.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 L"), AvgPool1d(2)]</code></example>
public sealed class AvgPool1dAttribute : AvgPoolAttribute
{
    /// <param name="kernel">Size of the window; at least 1.</param>
    public AvgPool1dAttribute(long kernel) : base(kernel)
    {
    }

    /// <param name="kernel">Size of the window, an expression over hyper-parameters.</param>
    public AvgPool1dAttribute(string kernel) : base(kernel)
    {
    }
}
