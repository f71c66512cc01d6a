namespace NeuralDsl;

/// <summary>Transposed convolution over images: it enlarges what a convolution with the same arguments makes smaller.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, out, H′, W′]</c>, each size <c>(size - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding +
/// 1</c>.</para>
/// <para>Parameters: weight <c>[C, out/groups, kH, kW]</c>, bias <c>[out]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=16 H W"), ConvTranspose2d(8, 3, Stride = 2, Padding = 1, OutputPadding = 1)]</code></example>
public sealed class ConvTranspose2dAttribute : ConvolutionTransposeAttribute
{
    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel along all axes; at least 1.</param>
    public ConvTranspose2dAttribute(long outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel along all axes; at least 1.</param>
    public ConvTranspose2dAttribute(string outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public ConvTranspose2dAttribute(long outChannels, string kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public ConvTranspose2dAttribute(string outChannels, string kernel) : base(outChannels, kernel)
    {
    }
}
