namespace NeuralDsl;

/// <summary>Base of the pooling layers whose windows fit.</summary>
public abstract class AdaptivePoolAttribute : LayerAttribute
{
    private protected AdaptivePoolAttribute(object output) => OutputSize = output;

    /// <summary>Size of the output, for all axes or for each.</summary>
    public object OutputSize { get; }
}
