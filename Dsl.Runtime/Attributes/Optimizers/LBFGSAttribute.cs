namespace NeuralDsl;

/// <summary>
/// A quasi-Newton method with limited memory, as PyTorch's <c>LBFGS</c>. Each step computes the loss of the same batch many times, so that
/// batches should be large, best the whole data set. It has no parameter groups.
/// </summary>
/// <remarks>
/// <para>Source: Liu and Nocedal 1989. There is no line search, which TorchSharp lacks.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, LBFGS]</code></example>
public sealed class LBFGSAttribute : OptimizerAttribute
{
    /// <param name="learningRate">Step size; positive; default 1.</param>
    public LBFGSAttribute(double learningRate = 1) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public LBFGSAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>The most iterations in a step; at least 1; default 20.</summary>
    public int MaxIterations { get; set; } = 20;

    /// <summary>The most evaluations of the loss in a step; at least 1; default 5/4 of the iterations.</summary>
    public int MaxEvaluations { get; set; }

    /// <summary>Ends a step where the largest element of the gradient is at most this; at least 0: a number, or the name of a hyper-parameter; default 1e-7.</summary>
    public object GradientTolerance { get; set; } = 1e-7;

    /// <summary>Ends a step where parameters or loss change by less; at least 0: a number, or the name of a hyper-parameter; default 1e-9.</summary>
    public object ChangeTolerance { get; set; } = 1e-9;

    /// <summary>How many updates it remembers; at least 1; default 100.</summary>
    public int HistorySize { get; set; } = 100;
}
