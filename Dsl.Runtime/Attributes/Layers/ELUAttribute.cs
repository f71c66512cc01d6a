namespace NeuralDsl;

/// <summary>x where x is positive, else alpha·(exp(x) - 1), elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Clevert et al. 2015, "Fast and Accurate Deep Network Learning by Exponential Linear Units".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), ELU]</code></example>
public sealed class ELUAttribute : LayerAttribute
{
    /// <param name="alpha">Scale of the negative part; default 1.0.</param>
    public ELUAttribute(double alpha = 1.0) => Alpha = alpha;

    /// <param name="alpha">Scale of the negative part, the name of a hyper-parameter.</param>
    public ELUAttribute(string alpha) => Alpha = alpha;

    /// <summary>Scale of the negative part: a number, or the name of a hyper-parameter.</summary>
    public object Alpha { get; }
}
