namespace NeuralDsl;

/// <summary>Divides by the root of the sum of squared gradients, as PyTorch's <c>Adagrad</c>.</summary>
/// <remarks>
/// <para>Source: Duchi et al. 2011.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, Adagrad(0.05)]</code></example>
public sealed class AdagradAttribute : OptimizerAttribute
{
    /// <param name="learningRate">Step size; positive; default 0.01.</param>
    public AdagradAttribute(double learningRate = 0.01) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public AdagradAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>Decay of the learning rate in each step; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object LearningRateDecay { get; set; } = 0.0;

    /// <summary>L2 penalty, added to the gradient; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object WeightDecay { get; set; } = 0.0;

    /// <summary>What the sum begins with; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object InitialAccumulator { get; set; } = 0.0;

    /// <summary>Added to the denominator; at least 0: a number, or the name of a hyper-parameter; default 1e-10.</summary>
    public object Eps { get; set; } = 1e-10;
}
