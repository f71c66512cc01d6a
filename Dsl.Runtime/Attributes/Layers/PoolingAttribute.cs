namespace NeuralDsl;

/// <summary>
/// Base of the pooling layers with a window. A size is a number, or as a string an expression over hyper-parameters; a string with blanks
/// has one size for each axis: <c>"3 5"</c>.
/// </summary>
public abstract class PoolingAttribute : LayerAttribute
{
    private protected PoolingAttribute(object kernel) => Kernel = kernel;

    /// <summary>Size of the window, for all axes or for each.</summary>
    public object Kernel { get; }

    /// <summary>Step between windows, for all axes or for each; at least 1; default: the kernel's size.</summary>
    public object? Stride { get; set; }

    /// <summary>Whether a last window may reach beyond the end, so that sizes are rounded up; default false.</summary>
    public bool CeilMode { get; set; }
}
