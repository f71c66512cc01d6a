namespace NeuralDsl;

/// <summary>Stochastic gradient descent, as PyTorch's <c>SGD</c>.</summary>
/// <param name="learningRate">Step size; positive.</param>
/// <example><code>[Input("x", "N 5"), Linear(1), MSELoss, SGD(0.01, Momentum = 0.9)]</code></example>
public sealed class SGDAttribute(double learningRate) : OptimizerAttribute(learningRate)
{
    /// <summary>Factor of the previous step's direction; default 0.</summary>
    public double Momentum { get; set; }

    /// <summary>Damping of the momentum; default 0.</summary>
    public double Dampening { get; set; }

    /// <summary>L2 penalty; default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Nesterov's momentum; needs a momentum and no dampening; default false.</summary>
    public bool Nesterov { get; set; }
}
