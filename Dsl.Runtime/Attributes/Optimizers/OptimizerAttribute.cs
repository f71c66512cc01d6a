namespace NeuralDsl;

/// <summary>Base of the optimizers, with PyTorch's defaults.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class OptimizerAttribute : ModelElementAttribute
{
    private protected OptimizerAttribute(double learningRate) => LearningRate = learningRate;

    /// <summary>Step size; positive.</summary>
    public double LearningRate { get; }
}
