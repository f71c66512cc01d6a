namespace NeuralDsl;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2017), as PyTorch's <c>AdamW</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, AdamW(3e-4, WeightDecay = 0.1)]</code></example>
public sealed class AdamWAttribute : AdamBaseAttribute
{
    /// <param name="learningRate">Step size; positive; default 1e-3.</param>
    public AdamWAttribute(double learningRate = 1e-3) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public AdamWAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>Decay of the weights in each step, times the learning rate; at least 0: a number, or the name of a hyper-parameter; default 0.01.</summary>
    public object WeightDecay { get; set; } = 0.01;
}
