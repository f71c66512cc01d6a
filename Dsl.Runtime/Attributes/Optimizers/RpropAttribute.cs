namespace NeuralDsl;

/// <summary>Steps by the signs of gradients alone, of sizes that grow while the sign stays; for whole data sets as one batch. As PyTorch's <c>Rprop</c>.</summary>
/// <remarks>
/// <para>Source: Riedmiller and Braun 1993.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, Rprop]</code></example>
public sealed class RpropAttribute : OptimizerAttribute
{
    /// <param name="learningRate">The first step size; positive; default 0.01.</param>
    public RpropAttribute(double learningRate = 0.01) : base(learningRate)
    {
    }

    /// <param name="learningRate">The name of a hyper-parameter that holds the step size.</param>
    public RpropAttribute(string learningRate) : base(learningRate)
    {
    }

    /// <summary>Factor of a step size when the sign changes, in (0, 1): a number, or the name of a hyper-parameter; default 0.5.</summary>
    public object EtaMinus { get; set; } = 0.5;

    /// <summary>Factor when it stays; above 1: a number, or the name of a hyper-parameter; default 1.2.</summary>
    public object EtaPlus { get; set; } = 1.2;

    /// <summary>The smallest step; above 0: a number, or the name of a hyper-parameter; default 1e-6.</summary>
    public object MinStep { get; set; } = 1e-6;

    /// <summary>The largest step; above 0: a number, or the name of a hyper-parameter; default 50.0.</summary>
    public object MaxStep { get; set; } = 50.0;

    /// <summary>Whether the loss is to grow; the same in all groups; default false.</summary>
    public bool Maximize { get; set; }
}
