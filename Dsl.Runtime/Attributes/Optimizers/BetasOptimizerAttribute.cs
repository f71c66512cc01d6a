namespace NeuralDsl;

/// <summary>Base of the optimizers that keep decaying means of the gradient and of its square (Kingma and Ba, 2014).</summary>
public abstract class BetasOptimizerAttribute : OptimizerAttribute
{
    private protected BetasOptimizerAttribute(object learningRate) : base(learningRate)
    {
    }

    /// <summary>Decay of the mean of the gradient, in [0, 1): a number, or the name of a hyper-parameter; default 0.9.</summary>
    public object Beta1 { get; set; } = 0.9;

    /// <summary>Decay of the mean of the squared gradient, in [0, 1): a number, or the name of a hyper-parameter; default 0.999.</summary>
    public object Beta2 { get; set; } = 0.999;

    /// <summary>Added to the denominator; at least 0: a number, or the name of a hyper-parameter; default 1e-8.</summary>
    public object Eps { get; set; } = 1e-8;
}
