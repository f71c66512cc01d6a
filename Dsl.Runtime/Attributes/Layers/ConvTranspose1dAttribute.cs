namespace NeuralDsl;

/// <summary>Transposed convolution along one axis: it enlarges what a convolution with the same arguments makes smaller.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, L]</c> → <c>[N, out, L′]</c>, each size <c>(size - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding +
/// 1</c>.</para>
/// <para>Parameters: weight <c>[C, out/groups, k]</c>, bias <c>[out]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 L"), ConvTranspose1d(8, 4, Stride = 2, Padding = 1)]</code></example>
public sealed class ConvTranspose1dAttribute : ConvolutionTransposeAttribute
{
    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel; at least 1.</param>
    public ConvTranspose1dAttribute(long outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel; at least 1.</param>
    public ConvTranspose1dAttribute(string outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters.</param>
    public ConvTranspose1dAttribute(long outChannels, string kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters.</param>
    public ConvTranspose1dAttribute(string outChannels, string kernel) : base(outChannels, kernel)
    {
    }
}
