namespace NeuralDsl;

/// <summary>Base of the layers that take the maximum of each window; what pads is never the maximum.</summary>
public abstract class MaxPoolAttribute : PaddedPoolingAttribute
{
    private protected MaxPoolAttribute(object kernel) : base(kernel)
    {
    }

    /// <summary>Distance between the window's points, for all axes or for each; at least 1; default 1.</summary>
    public object Dilation { get; set; } = 1;
}
