namespace NeuralDsl;

/// <summary>Adam, as PyTorch's <c>Adam</c>.</summary>
/// <remarks>
/// <para>Source: Kingma and Ba 2014.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, Adam]</code></example>
public sealed class AdamAttribute : AdamBaseAttribute
{
    /// <param name="learningRate">Step size; positive; default 1e-3.</param>
    public AdamAttribute(double learningRate = 1e-3) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public AdamAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>L2 penalty, added to the gradient; at least 0: a number, or the name of a hyper-parameter; default 0.</summary>
    public object WeightDecay { get; set; } = 0.0;
}
