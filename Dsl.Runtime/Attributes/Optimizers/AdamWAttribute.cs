namespace NeuralDsl;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2017), as PyTorch's <c>AdamW</c>.</summary>
/// <param name="learningRate">Step size; positive; default 1e-3.</param>
/// <example><code>[Input("x", "N 5"), Linear(1), MSELoss, AdamW(1e-3, WeightDecay = 0.1)]</code></example>
public sealed class AdamWAttribute(double learningRate = 1e-3) : AdamBaseAttribute(learningRate)
{
    /// <summary>Decay of the weights in each step, times the learning rate; default 0.01.</summary>
    public double WeightDecay { get; set; } = 0.01;
}
