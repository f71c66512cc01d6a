namespace NeuralDsl;

/// <summary>Base of the Adam family (Kingma and Ba, 2014).</summary>
public abstract class AdamBaseAttribute : OptimizerAttribute
{
    private protected AdamBaseAttribute(object learningRate) : base(learningRate)
    {
    }

    /// <summary>Decay of the mean of the gradient, in [0, 1): a number, or the name of a hyper-parameter; default 0.9.</summary>
    public object Beta1 { get; set; } = 0.9;

    /// <summary>Decay of the mean of the squared gradient, in [0, 1): a number, or the name of a hyper-parameter; default 0.999.</summary>
    public object Beta2 { get; set; } = 0.999;

    /// <summary>Added to the denominator; at least 0: a number, or the name of a hyper-parameter; default 1e-8.</summary>
    public object Eps { get; set; } = 1e-8;

    /// <summary>Keep the largest second moment (Reddi et al., 2018); default false.</summary>
    public bool AmsGrad { get; set; }
}
