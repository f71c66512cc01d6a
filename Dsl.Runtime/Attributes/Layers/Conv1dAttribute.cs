namespace NeuralDsl;

/// <summary>
/// 1-dimensional convolution over <c>[N, C, L]</c>. Length becomes
/// <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded down;
/// <c>out·(in/groups)·kernel + out</c> parameters.
/// </summary>
public sealed class Conv1dAttribute : ConvolutionAttribute
{
    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel; at least 1.</param>
    public Conv1dAttribute(long outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel; at least 1.</param>
    public Conv1dAttribute(string outChannels, long kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels; at least 1.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters.</param>
    public Conv1dAttribute(long outChannels, string kernel) : base(outChannels, kernel)
    {
    }

    /// <param name="outChannels">Number of output channels, an expression over hyper-parameters.</param>
    /// <param name="kernel">Size of the kernel, an expression over hyper-parameters.</param>
    public Conv1dAttribute(string outChannels, string kernel) : base(outChannels, kernel)
    {
    }
}
