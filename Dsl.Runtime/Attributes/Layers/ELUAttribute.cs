namespace NeuralDsl;

/// <summary>x where x is positive, else alpha·(exp(x) - 1), elementwise (Clevert et al., 2015).</summary>
public sealed class ELUAttribute : LayerAttribute
{
    /// <param name="alpha">Scale of the negative part; default 1.0.</param>
    public ELUAttribute(double alpha = 1.0) => Alpha = alpha;

    /// <param name="alpha">The name of a hyper-parameter that holds it.</param>
    public ELUAttribute(string alpha) => Alpha = alpha;

    /// <summary>Scale of the negative part: a number, or the name of a hyper-parameter.</summary>
    public object Alpha { get; }
}
