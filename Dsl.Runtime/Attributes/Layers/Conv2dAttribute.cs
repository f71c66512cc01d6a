namespace NeuralDsl;

/// <summary>
/// 2-dimensional convolution over <c>[N, C, H, W]</c>. H and W become
/// <c>(size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1</c>, rounded down;
/// <c>out·(in/groups)·kernel² + out</c> parameters.
/// </summary>
/// <param name="outChannels">Number of output channels; at least 1.</param>
/// <param name="kernel">Size of the kernel along both axes; at least 1.</param>
public sealed class Conv2dAttribute(long outChannels, long kernel) : ConvolutionAttribute(outChannels, kernel);
