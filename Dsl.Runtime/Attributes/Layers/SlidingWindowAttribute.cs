namespace NeuralDsl;

/// <summary>Base of the layers between images and columns of windows. A size is a number, or as a string an expression over hyper-parameters; with a blank one for each axis: <c>"3 5"</c>.</summary>
public abstract class SlidingWindowAttribute : LayerAttribute
{
    private protected SlidingWindowAttribute(object kernel) => Kernel = kernel;

    /// <summary>Size of the window, for both axes or for each.</summary>
    public object Kernel { get; }

    /// <summary>Step between windows, for both axes or for each; at least 1; default 1.</summary>
    public object Stride { get; set; } = 1;

    /// <summary>Zeros on both sides, for both axes or for each; default 0.</summary>
    public object Padding { get; set; } = 0;

    /// <summary>Distance between the window's points, for both axes or for each; at least 1; default 1.</summary>
    public object Dilation { get; set; } = 1;
}
