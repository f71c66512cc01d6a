namespace NeuralDsl;

/// <summary>
/// 2-dimensional convolution over <c>[N, C, H, W]</c>. H and W become
/// <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded down;
/// <c>out·(in/groups)·kernel² + out</c> parameters.
/// </summary>
public sealed class Conv2dAttribute : ConvolutionAttribute
{
    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel along both axes; at least 1.</param>
    public Conv2dAttribute(long outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel along both axes; at least 1.</param>
    public Conv2dAttribute(string outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel along both axes, an expression over hyper-parameters.</param>
    public Conv2dAttribute(long outChannels, string kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel along both axes, an expression over hyper-parameters.</param>
    public Conv2dAttribute(string outChannels, string kernel) : base(outChannels, kernel)
    {
    }
}
