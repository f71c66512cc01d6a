namespace NeuralDsl;

/// <summary>Alpha dropout of whole channels.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, …]</c> → the same.</para>
/// <para>Source: Klambauer et al. 2017, "Self-Normalizing Neural Networks".</para>
/// </remarks>
/// <example><code>[Input("image", "N C=4 H W"), SELU, FeatureAlphaDropout(0.1)]</code></example>
public sealed class FeatureAlphaDropoutAttribute : LayerAttribute
{
    /// <param name="p">Probability, in [0, 1]; default 0.5.</param>
    public FeatureAlphaDropoutAttribute(double p = 0.5) => P = p;

    /// <param name="p">Probability, in [0, 1], the name of a hyper-parameter.</param>
    public FeatureAlphaDropoutAttribute(string p) => P = p;

    /// <summary>Probability, in [0, 1]: a number, or the name of a hyper-parameter.</summary>
    public object P { get; }
}
