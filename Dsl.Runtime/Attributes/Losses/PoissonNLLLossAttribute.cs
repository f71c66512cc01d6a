namespace NeuralDsl;

/// <summary>Negative log-likelihood of counts with a Poisson distribution.</summary>
/// <remarks>
/// <para>
/// Shape: the logarithm of the expected count, any shape; target of the prediction's dtype and shape. <c>exp(x) - y·x</c>, or with
/// <c>LogInput = false</c>, <c>x - y·log(x + eps)</c>.
/// </para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), PoissonNLLLoss]</code></example>
public sealed class PoissonNLLLossAttribute : ElementwiseLossAttribute
{
    /// <summary>Whether the prediction is the logarithm of the expected count, and not the count; default true.</summary>
    public bool LogInput { get; set; } = true;

    /// <summary>Whether to add Stirling's approximation of the part that depends on the target alone; default false.</summary>
    public bool Full { get; set; }

    /// <summary>Keeps the logarithm from 0 where the prediction is the count; at least 0: a number, or the name of a hyper-parameter; default 1e-8.</summary>
    public object Eps { get; set; } = 1e-8;
}
