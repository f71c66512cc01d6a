namespace NeuralDsl;

/// <summary>
/// While training, zeroes each row of the batch with probability p and scales the others by 1/(1 - p); else the identity. It stands before the join of a
/// residual.
/// </summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Huang et al. 2016, "Deep Networks with Stochastic Depth".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(8), DropPath(0.1), Add("x")]</code></example>
public sealed class DropPathAttribute : LayerAttribute
{
    /// <param name="p">Probability of a row to be zeroed, in [0, 1].</param>
    public DropPathAttribute(double p) => P = p;

    /// <param name="p">The name of a hyper-parameter that holds the probability.</param>
    public DropPathAttribute(string p) => P = p;

    /// <summary>Probability of a row to be zeroed: a number, or the name of a hyper-parameter.</summary>
    public object P { get; }
}
