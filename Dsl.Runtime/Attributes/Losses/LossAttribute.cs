namespace NeuralDsl;

/// <summary>Base of the losses. A loss compares a prediction with a target; several are summed with their weights.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LossAttribute : ModelElementAttribute
{
    private protected LossAttribute()
    {
    }

    /// <summary>The name of the value that is the prediction; default: the last layer's.</summary>
    public string? From { get; set; }

    /// <summary>
    /// The name of the target, a field of the batch whose shape and dtype follow from the loss. An input's name makes that input
    /// the target. Default <c>target</c>. A loss of several targets takes as many names, separated by commas; one without a target none.
    /// </summary>
    public string Target { get; set; } = "target";

    /// <summary>Factor of this loss in the sum; positive: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Weight { get; set; } = 1.0;

    /// <summary>
    /// How the elements' losses become one number: <see cref="Reduction.Mean"/>, the default of most losses, <see cref="Reduction.Sum"/>, or
    /// <see cref="Reduction.BatchMean"/>.
    /// </summary>
    public Reduction Reduction { get; set; }
}
