namespace NeuralDsl;

/// <summary>Average of each window.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, C, H′, W′]</c>, each size <c>(size + 2·padding - kernel) / stride + 1</c>, rounded down, or up with
/// <c>CeilMode</c>, where a last window that would start behind the axis is left out.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 H W"), AvgPool2d(2)]</code></example>
public sealed class AvgPool2dAttribute : AvgPoolAttribute
{
    /// <param name="kernel">Size of the window along all axes; at least 1.</param>
    public AvgPool2dAttribute(long kernel) : base(kernel)
    {
    }

    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public AvgPool2dAttribute(string kernel) : base(kernel)
    {
    }

    /// <summary>What the sum of a window is divided by; at least 1; default: its number of elements.</summary>
    public long DivisorOverride { get; set; }
}
