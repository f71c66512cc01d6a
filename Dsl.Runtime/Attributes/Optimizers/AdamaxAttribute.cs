namespace NeuralDsl;

/// <summary>Adam with the largest gradient in place of the mean of squares, as PyTorch's <c>Adamax</c>.</summary>
/// <remarks>
/// <para>Source: Kingma and Ba 2014, section 7.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, Adamax]</code></example>
public sealed class AdamaxAttribute : BetasOptimizerAttribute
{
    /// <param name="learningRate">Step size; positive; default 2e-3.</param>
    public AdamaxAttribute(double learningRate = 2e-3) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public AdamaxAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>L2 penalty, added to the gradient; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object WeightDecay { get; set; } = 0.0;
}
