namespace NeuralDsl;

/// <summary>Base of the convolutions that are not transposed.</summary>
public abstract class ConvolutionAttribute : ConvolutionBaseAttribute
{
    private protected ConvolutionAttribute(object outChannels, object kernel) : base(outChannels, kernel)
    {
    }

    /// <summary>
    /// Padding on both sides, for all axes or for each; <c>"same"</c> adds what keeps the size, with a stride of 1; <c>"valid"</c> adds
    /// nothing; default 0.
    /// </summary>
    public object Padding { get; set; } = 0;

    /// <summary>What stands in the padding; default zeros. A reflection is smaller than the axis, a circle at most as large.</summary>
    public PaddingMode PaddingMode { get; set; }
}
