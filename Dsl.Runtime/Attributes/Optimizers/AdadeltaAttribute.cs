namespace NeuralDsl;

/// <summary>Steps in the unit of the parameters, from running means of squared gradients and steps, as PyTorch's <c>Adadelta</c>.</summary>
/// <remarks>
/// <para>Source: Zeiler 2012.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, Adadelta(0.5)]</code></example>
public sealed class AdadeltaAttribute : OptimizerAttribute
{
    /// <param name="learningRate">Step size; positive; default 1.0.</param>
    public AdadeltaAttribute(double learningRate = 1.0) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public AdadeltaAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>Decay of the means, in [0, 1]: a number, or the name of a hyper-parameter; default 0.9.</summary>
    public object Rho { get; set; } = 0.9;

    /// <summary>Added under the roots; at least 0: a number, or the name of a hyper-parameter; default 1e-6.</summary>
    public object Eps { get; set; } = 1e-6;

    /// <summary>L2 penalty, added to the gradient; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object WeightDecay { get; set; } = 0.0;

    /// <summary>Whether the loss is to grow; the same in all groups; default false.</summary>
    public bool Maximize { get; set; }
}
