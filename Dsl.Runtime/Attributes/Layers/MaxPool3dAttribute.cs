namespace NeuralDsl;

/// <summary>Maximum of each window.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, D, H, W]</c> → <c>[N, C, D′, H′, W′]</c>, each size <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded
/// down, or up with <c>CeilMode</c>, where a last window that would start behind the axis is left out.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 D H W"), MaxPool3d(2)]</code></example>
public sealed class MaxPool3dAttribute : MaxPoolAttribute
{
    /// <param name="kernel">Size of the window along all axes; at least 1.</param>
    public MaxPool3dAttribute(long kernel) : base(kernel)
    {
    }

    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"1 3 3"</c>.</param>
    public MaxPool3dAttribute(string kernel) : base(kernel)
    {
    }
}
