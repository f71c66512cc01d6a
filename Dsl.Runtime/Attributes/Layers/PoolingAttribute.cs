namespace NeuralDsl;

/// <summary>Base of the pooling layers with a window. A size is a number, or as a string an expression over hyper-parameters.</summary>
public abstract class PoolingAttribute : LayerAttribute
{
    private protected PoolingAttribute(object kernel) => Kernel = kernel;

    /// <summary>Size of the window along every axis.</summary>
    public object Kernel { get; }

    /// <summary>Step between windows; by default the kernel's size.</summary>
    public object? Stride { get; set; }

    /// <summary>Padding on both sides of every axis, at most half of the kernel; default 0.</summary>
    public object Padding { get; set; } = 0;
}
