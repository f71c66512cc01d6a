namespace NeuralDsl;

/// <summary>Base of the pooling layers that pad.</summary>
public abstract class PaddedPoolingAttribute : PoolingAttribute
{
    private protected PaddedPoolingAttribute(object kernel) : base(kernel)
    {
    }

    /// <summary>Padding on both sides, for all axes or for each; at most half of the kernel; default 0.</summary>
    public object Padding { get; set; } = 0;
}
