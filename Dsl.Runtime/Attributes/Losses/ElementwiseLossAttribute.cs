namespace NeuralDsl;

/// <summary>Base of the losses that compare a prediction with a target element by element.</summary>
public abstract class ElementwiseLossAttribute : LossAttribute
{
    private protected ElementwiseLossAttribute()
    {
    }

    /// <summary>
    /// A number that every element is compared with instead of a target: 1 for what a discriminator should take for real. A number, or the name of a
    /// hyper-parameter. Default: the loss has a target.
    /// </summary>
    public object? TargetValue { get; set; }
}
