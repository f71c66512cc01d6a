namespace NeuralDsl;

/// <summary>Stochastic gradient descent, as PyTorch's <c>SGD</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1, Momentum = 0.9)]</code></example>
public sealed class SGDAttribute : OptimizerAttribute
{
    /// <param name="learningRate">Step size; positive.</param>
    public SGDAttribute(double learningRate) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public SGDAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>Factor of the previous step's direction; at least 0: a number, or the name of a hyper-parameter; default 0.</summary>
    public object Momentum { get; set; } = 0.0;

    /// <summary>Damping of the momentum: a number, or the name of a hyper-parameter; default 0.</summary>
    public object Dampening { get; set; } = 0.0;

    /// <summary>L2 penalty; at least 0: a number, or the name of a hyper-parameter; default 0.</summary>
    public object WeightDecay { get; set; } = 0.0;

    /// <summary>Nesterov's momentum; needs a momentum and no dampening; default false.</summary>
    public bool Nesterov { get; set; }

    /// <summary>Whether the loss is to grow; the same in all groups; default false.</summary>
    public bool Maximize { get; set; }
}
