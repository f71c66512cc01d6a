namespace NeuralDsl;

/// <summary>
/// While training, sets each element with probability p to the value that SELU nears for small numbers, so that mean 0 and variance 1 stay; else the
/// identity.
/// </summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Klambauer et al. 2017, "Self-Normalizing Neural Networks".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), SELU, AlphaDropout(0.1)]</code></example>
public sealed class AlphaDropoutAttribute : LayerAttribute
{
    /// <param name="p">Probability, in [0, 1]; default 0.5.</param>
    public AlphaDropoutAttribute(double p = 0.5) => P = p;

    /// <param name="p">Probability, in [0, 1], the name of a hyper-parameter.</param>
    public AlphaDropoutAttribute(string p) => P = p;

    /// <summary>Probability, in [0, 1]: a number, or the name of a hyper-parameter.</summary>
    public object P { get; }
}
