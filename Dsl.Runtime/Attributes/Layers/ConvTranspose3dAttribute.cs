namespace NeuralDsl;

/// <summary>Transposed convolution over volumes: it enlarges what a convolution with the same arguments makes smaller.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, D, H, W]</c> → <c>[N, out, D′, H′, W′]</c>, each size <c>(size - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding
/// + 1</c>.</para>
/// <para>Parameters: weight <c>[C, out/groups, kD, kH, kW]</c>, bias <c>[out]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 D H W"), ConvTranspose3d(2, 2, Stride = 2)]</code></example>
public sealed class ConvTranspose3dAttribute : ConvolutionTransposeAttribute
{
    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel along all axes; at least 1.</param>
    public ConvTranspose3dAttribute(long outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel along all axes; at least 1.</param>
    public ConvTranspose3dAttribute(string outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters, or one size for each axis: <c>"1 3 3"</c>.</param>
    public ConvTranspose3dAttribute(long outChannels, string kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters, or one size for each axis: <c>"1 3 3"</c>.</param>
    public ConvTranspose3dAttribute(string outChannels, string kernel) : base(outChannels, kernel)
    {
    }
}
