namespace NeuralDsl;

/// <summary>Base of the losses of scores along a class axis against the index of a class.</summary>
public abstract class ClassLossAttribute : LossAttribute
{
    private protected ClassLossAttribute()
    {
    }

    /// <summary>
    /// A factor for each class, at least 0, such as <c>new[] { 1.0, 4.0 }</c>: as many as there are classes. <see cref="Reduction.Mean"/>
    /// divides by the sum of the factors of the targets. Default: 1 for each.
    /// </summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>The class index of targets that do not count, such as that of padding; default -100.</summary>
    public long IgnoreIndex { get; set; } = -100;

    /// <summary>
    /// By how many steps the target comes later: with 1 the prediction at a step is for the target at the next one, as in language models,
    /// whose target is the input itself. For predictions of rows, steps and classes. Default 0.
    /// </summary>
    public int Shift { get; set; }
}
