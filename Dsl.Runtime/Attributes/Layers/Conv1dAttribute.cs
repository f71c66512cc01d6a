namespace NeuralDsl;

/// <summary>Convolution along one axis, such as time.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, L]</c> → <c>[N, out, L′]</c>, each size <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded
/// down.</para>
/// <para>Parameters: weight <c>[out, C/groups, k]</c>, bias <c>[out]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 L"), Conv1d(8, 3, Padding = "same")]</code></example>
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
