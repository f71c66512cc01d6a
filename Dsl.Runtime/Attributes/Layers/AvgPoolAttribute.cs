namespace NeuralDsl;

/// <summary>Base of the layers that take the average of each window.</summary>
public abstract class AvgPoolAttribute : PaddedPoolingAttribute
{
    private protected AvgPoolAttribute(object kernel) : base(kernel)
    {
    }

    /// <summary>Whether the zeros of the padding count as elements of a window; default true.</summary>
    public bool CountIncludePad { get; set; } = true;
}
