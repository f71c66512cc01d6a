namespace NeuralDsl;

/// <summary>Base of the optimizers, with PyTorch's defaults.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class OptimizerAttribute : ModelElementAttribute
{
    private protected OptimizerAttribute(object learningRate) => LearningRate = learningRate;

    /// <summary>Step size; positive: a number, or the name of a hyper-parameter.</summary>
    public object LearningRate { get; }

    /// <summary>
    /// The parameters of this group, as patterns of state-dict names separated by commas; a star stands for any characters. Several
    /// optimizers of one kind with patterns are groups of one optimizer, and every trainable parameter is in exactly one of them.
    /// Default: all.
    /// </summary>
    public string? Only { get; set; }

    /// <summary>The parameters that this group leaves out, as patterns likewise. Default: none.</summary>
    public string? Except { get; set; }
}
