namespace NeuralDsl;

/// <summary>x where x is positive, else alpha·(exp(x) - 1), elementwise (Clevert et al., 2015).</summary>
/// <param name="alpha">Scale of the negative part; default 1.0.</param>
public sealed class ELUAttribute(double alpha = 1.0) : LayerAttribute
{
    /// <summary>Scale of the negative part.</summary>
    public double Alpha { get; } = alpha;
}
