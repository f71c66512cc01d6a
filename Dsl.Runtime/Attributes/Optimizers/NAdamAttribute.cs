namespace NeuralDsl;

/// <summary>Adam with Nesterov's momentum, as PyTorch's <c>NAdam</c>.</summary>
/// <remarks>
/// <para>Source: Dozat 2016.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, NAdam]</code></example>
public sealed class NAdamAttribute : BetasOptimizerAttribute
{
    /// <param name="learningRate">Step size; positive; default 2e-3.</param>
    public NAdamAttribute(double learningRate = 2e-3) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public NAdamAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>L2 penalty, added to the gradient; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object WeightDecay { get; set; } = 0.0;

    /// <summary>How fast the momentum grows to its value; at least 0: a number, or the name of a hyper-parameter; default 4e-3.</summary>
    public object MomentumDecay { get; set; } = 4e-3;
}
