namespace NeuralDsl;

/// <summary>Convolution over images.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, out, H′, W′]</c>, each size <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded
/// down.</para>
/// <para>Parameters: weight <c>[out, C/groups, kH, kW]</c>, bias <c>[out]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=3 H W"), Conv2d(16, 3, Stride = 2, Padding = 1)]</code></example>
public sealed class Conv2dAttribute : ConvolutionAttribute
{
    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel along all axes; at least 1.</param>
    public Conv2dAttribute(long outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel along all axes; at least 1.</param>
    public Conv2dAttribute(string outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public Conv2dAttribute(long outChannels, string kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public Conv2dAttribute(string outChannels, string kernel) : base(outChannels, kernel)
    {
    }
}
