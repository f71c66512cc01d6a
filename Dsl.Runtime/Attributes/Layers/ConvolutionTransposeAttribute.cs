namespace NeuralDsl;

/// <summary>Base of the transposed convolutions.</summary>
public abstract class ConvolutionTransposeAttribute : ConvolutionBaseAttribute
{
    private protected ConvolutionTransposeAttribute(object outChannels, object kernel) : base(outChannels, kernel)
    {
    }

    /// <summary>What is taken away on both sides of the output, which is the padding of the convolution that this one transposes; for all axes or for each; default 0.</summary>
    public object Padding { get; set; } = 0;

    /// <summary>Added to the sizes of the output, for all axes or for each; below the stride or the dilation; default 0.</summary>
    public object OutputPadding { get; set; } = 0;
}
