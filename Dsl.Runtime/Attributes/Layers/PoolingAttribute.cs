namespace NeuralDsl;

/// <summary>Base of the pooling layers with a window.</summary>
public abstract class PoolingAttribute : LayerAttribute
{
    private protected PoolingAttribute(long kernel) => Kernel = kernel;

    /// <summary>Size of the window along every axis.</summary>
    public long Kernel { get; }

    /// <summary>Step between windows; by default the kernel's size.</summary>
    public long Stride { get; set; }

    /// <summary>Padding on both sides of every axis, at most half of the kernel; default 0.</summary>
    public long Padding { get; set; }
}
