namespace NeuralDsl;

/// <summary>
/// 1-dimensional convolution over <c>[N, C, L]</c>. Length becomes
/// <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded down;
/// <c>out·(in/groups)·kernel + out</c> parameters.
/// </summary>
/// <param name="outChannels">Number of output channels; at least 1.</param>
/// <param name="kernel">Size of the kernel; at least 1.</param>
public sealed class Conv1dAttribute(long outChannels, long kernel) : ConvolutionAttribute(outChannels, kernel);
