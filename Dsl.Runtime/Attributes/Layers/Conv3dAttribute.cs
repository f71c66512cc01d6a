namespace NeuralDsl;

/// <summary>Convolution over volumes or over images in time.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, D, H, W]</c> → <c>[N, out, D′, H′, W′]</c>, each size <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>,
/// rounded down.</para>
/// <para>Parameters: weight <c>[out, C/groups, kD, kH, kW]</c>, bias <c>[out]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=1 D=16 H=32 W=32"), Conv3d(8, "3 5 5", Padding = "1 2 2")]</code></example>
public sealed class Conv3dAttribute : ConvolutionAttribute
{
    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel along all axes; at least 1.</param>
    public Conv3dAttribute(long outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel along all axes; at least 1.</param>
    public Conv3dAttribute(string outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters, or one size for each axis: <c>"1 3 3"</c>.</param>
    public Conv3dAttribute(long outChannels, string kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters, or one size for each axis: <c>"1 3 3"</c>.</param>
    public Conv3dAttribute(string outChannels, string kernel) : base(outChannels, kernel)
    {
    }
}
