namespace NeuralDsl;

/// <summary>Divides by the root of a running mean of squared gradients, as PyTorch's <c>RMSprop</c>.</summary>
/// <remarks>
/// <para>Source: Hinton 2012, lecture 6; the centered form is of Graves 2013.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, RMSprop(1e-3, Momentum = 0.9)]</code></example>
public sealed class RMSpropAttribute : OptimizerAttribute
{
    /// <param name="learningRate">Step size; positive; default 0.01.</param>
    public RMSpropAttribute(double learningRate = 0.01) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public RMSpropAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>Decay of the mean, in [0, 1): a number, or the name of a hyper-parameter; default 0.99.</summary>
    public object Alpha { get; set; } = 0.99;

    /// <summary>Added to the denominator; at least 0: a number, or the name of a hyper-parameter; default 1e-8.</summary>
    public object Eps { get; set; } = 1e-8;

    /// <summary>L2 penalty, added to the gradient; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object WeightDecay { get; set; } = 0.0;

    /// <summary>Factor of the previous step's direction; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object Momentum { get; set; } = 0.0;

    /// <summary>Whether to divide by the deviation from the mean gradient; default false.</summary>
    public bool Centered { get; set; }

    /// <summary>Whether the loss is to grow; the same in all groups; default false.</summary>
    public bool Maximize { get; set; }
}
