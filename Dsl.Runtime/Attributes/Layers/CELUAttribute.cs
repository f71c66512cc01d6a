namespace NeuralDsl;

/// <summary>x where x is positive, else alpha·(exp(x/alpha) - 1), elementwise, which is smooth for every alpha.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Barron 2017, "Continuously Differentiable Exponential Linear Units".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), CELU(0.5)]</code></example>
public sealed class CELUAttribute : LayerAttribute
{
    /// <param name="alpha">Scale of the negative part; positive; default 1.0.</param>
    public CELUAttribute(double alpha = 1.0) => Alpha = alpha;

    /// <param name="alpha">Scale of the negative part; positive, the name of a hyper-parameter.</param>
    public CELUAttribute(string alpha) => Alpha = alpha;

    /// <summary>Scale of the negative part; positive: a number, or the name of a hyper-parameter.</summary>
    public object Alpha { get; }
}
