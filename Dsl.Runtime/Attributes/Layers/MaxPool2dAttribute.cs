namespace NeuralDsl;

/// <summary>Maximum of each window.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, C, H′, W′]</c>, each size <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded down,
/// or up with <c>CeilMode</c>, where a last window that would start behind the axis is left out.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 H W"), MaxPool2d(3, Stride = 2, Padding = 1)]</code></example>
public sealed class MaxPool2dAttribute : MaxPoolAttribute
{
    /// <param name="kernel">Size of the window along all axes; at least 1.</param>
    public MaxPool2dAttribute(long kernel) : base(kernel)
    {
    }

    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public MaxPool2dAttribute(string kernel) : base(kernel)
    {
    }
}
