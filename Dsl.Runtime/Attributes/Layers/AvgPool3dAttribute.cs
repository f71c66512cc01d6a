namespace NeuralDsl;

/// <summary>Average of each window.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, D, H, W]</c> → <c>[N, C, D′, H′, W′]</c>, each size <c>(size + 2·padding - kernel) / stride + 1</c>, rounded down, or up with
/// <c>CeilMode</c>, where a last window that would start behind the axis is left out.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 D H W"), AvgPool3d(2)]</code></example>
public sealed class AvgPool3dAttribute : AvgPoolAttribute
{
    /// <param name="kernel">Size of the window along all axes; at least 1.</param>
    public AvgPool3dAttribute(long kernel) : base(kernel)
    {
    }

    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"1 3 3"</c>.</param>
    public AvgPool3dAttribute(string kernel) : base(kernel)
    {
    }

    /// <summary>What the sum of a window is divided by; at least 1; default: its number of elements.</summary>
    public long DivisorOverride { get; set; }
}
