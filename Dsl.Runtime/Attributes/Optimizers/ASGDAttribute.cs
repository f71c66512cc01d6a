namespace NeuralDsl;

/// <summary>Stochastic gradient descent with averaged parameters, as PyTorch's <c>ASGD</c>.</summary>
/// <remarks>
/// <para>Source: Polyak and Juditsky 1992. The averages are kept in the optimizer's state.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, ASGD]</code></example>
public sealed class ASGDAttribute : OptimizerAttribute
{
    /// <param name="learningRate">Step size; positive; default 0.01.</param>
    public ASGDAttribute(double learningRate = 0.01) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public ASGDAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>Decay of the parameters; at least 0: a number, or the name of a hyper-parameter; default 1e-4.</summary>
    public object Lambda { get; set; } = 1e-4;

    /// <summary>Power by which the learning rate falls; at least 0: a number, or the name of a hyper-parameter; default 0.75.</summary>
    public object Alpha { get; set; } = 0.75;

    /// <summary>The step from which on parameters are averaged; at least 0: a number, or the name of a hyper-parameter; default 1e6.</summary>
    public object AverageFrom { get; set; } = 1e6;

    /// <summary>L2 penalty, added to the gradient; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object WeightDecay { get; set; } = 0.0;

    /// <summary>Whether the loss is to grow; the same in all groups; default false.</summary>
    public bool Maximize { get; set; }
}
