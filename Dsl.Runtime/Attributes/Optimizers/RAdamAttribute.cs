namespace NeuralDsl;

/// <summary>Adam that waits with adaptive steps until their variance is known, as PyTorch's <c>RAdam</c>.</summary>
/// <remarks>
/// <para>Source: Liu et al. 2019.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, RAdam]</code></example>
public sealed class RAdamAttribute : BetasOptimizerAttribute
{
    /// <param name="learningRate">Step size; positive; default 1e-3.</param>
    public RAdamAttribute(double learningRate = 1e-3) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public RAdamAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>L2 penalty, added to the gradient; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object WeightDecay { get; set; } = 0.0;
}
