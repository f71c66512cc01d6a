namespace NeuralDsl;

/// <summary>Base of the convolutions.</summary>
public abstract class ConvolutionAttribute : LayerAttribute
{
    private protected ConvolutionAttribute(long outChannels, long kernel)
    {
        OutChannels = outChannels;
        Kernel = kernel;
    }

    /// <summary>Number of output channels.</summary>
    public long OutChannels { get; }

    /// <summary>Size of the kernel along every axis.</summary>
    public long Kernel { get; }

    /// <summary>Asserts the number of input channels; by default it is what the layer receives.</summary>
    public long In { get; set; }

    /// <summary>Step between applications of the kernel; default 1.</summary>
    public long Stride { get; set; } = 1;

    /// <summary>Zeros added on both sides of every axis; default 0.</summary>
    public long Padding { get; set; }

    /// <summary>Distance between the kernel's points; default 1.</summary>
    public long Dilation { get; set; } = 1;

    /// <summary>Groups of channels that do not see each other; divides both channel counts; default 1.</summary>
    public long Groups { get; set; } = 1;

    /// <summary>Whether a learned bias is added; default true.</summary>
    public bool Bias { get; set; } = true;
}
