namespace NeuralDsl;

/// <summary>Base of the layers that take the power average of each window.</summary>
public abstract class LPPoolAttribute : PoolingAttribute
{
    private protected LPPoolAttribute(object normType, object kernel) : base(kernel) => NormType = normType;

    /// <summary>The power: a number, or the name of a hyper-parameter.</summary>
    public object NormType { get; }
}
