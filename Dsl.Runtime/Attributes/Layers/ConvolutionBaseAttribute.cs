namespace NeuralDsl;

/// <summary>
/// Base of the convolutions. A size is a number, or as a string an expression over hyper-parameters; a string with blanks has one size for
/// each axis: <c>"3 5"</c>.
/// </summary>
public abstract class ConvolutionBaseAttribute : LayerAttribute
{
    private protected ConvolutionBaseAttribute(object outChannels, object kernel)
    {
        OutChannels = outChannels;
        Kernel = kernel;
    }

    /// <summary>Number of output channels.</summary>
    public object OutChannels { get; }

    /// <summary>Size of the kernel, for all axes or for each.</summary>
    public object Kernel { get; }

    /// <summary>Asserts the number of input channels; by default it is what the layer receives.</summary>
    public object? In { get; set; }

    /// <summary>Step between applications of the kernel, for all axes or for each; at least 1; default 1.</summary>
    public object Stride { get; set; } = 1;

    /// <summary>Distance between the kernel's points, for all axes or for each; at least 1; default 1.</summary>
    public object Dilation { get; set; } = 1;

    /// <summary>Groups of channels that do not see each other; divides both channel counts; default 1.</summary>
    public object Groups { get; set; } = 1;

    /// <summary>Whether a learned bias is added; default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// What is done to the weight before each use; default nothing. <c>WeightNormalization.Weight</c> makes the parameters weight_g
    /// <c>[n, 1, …]</c>, where n is the weight's first axis, and weight_v in the weight's shape of it; <c>WeightNormalization.Spectral</c> calls
    /// the parameter weight_orig, and keeps the vectors weight_u <c>[out]</c> (transposed with groups: <c>[out/groups]</c>) and weight_v beside it.
    /// </summary>
    public WeightNormalization Normalize { get; set; }
}
