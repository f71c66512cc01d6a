namespace NeuralDsl;

/// <summary>Adam, as PyTorch's <c>Adam</c>.</summary>
/// <param name="learningRate">Step size; positive; default 1e-3.</param>
/// <example><code>[Input("x", "N 5"), Linear(1), MSELoss, Adam(1e-3)]</code></example>
public sealed class AdamAttribute(double learningRate = 1e-3) : AdamBaseAttribute(learningRate)
{
    /// <summary>L2 penalty, added to the gradient; default 0.</summary>
    public double WeightDecay { get; set; }
}
