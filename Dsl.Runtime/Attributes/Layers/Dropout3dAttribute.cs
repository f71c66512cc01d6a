namespace NeuralDsl;

/// <summary>While training, zeroes whole channels with probability p and scales the others by 1/(1 - p); else the identity.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, D, H, W]</c> → the same.</para>
/// <para>Source: Tompson et al. 2014, "Efficient Object Localization Using Convolutional Networks".</para>
/// </remarks>
/// <example><code>[Input("volume", "N C=4 D H W"), Dropout3d(0.1)]</code></example>
public sealed class Dropout3dAttribute : LayerAttribute
{
    /// <param name="p">Probability, in [0, 1]; default 0.5.</param>
    public Dropout3dAttribute(double p = 0.5) => P = p;

    /// <param name="p">Probability, in [0, 1], the name of a hyper-parameter.</param>
    public Dropout3dAttribute(string p) => P = p;

    /// <summary>Probability, in [0, 1]: a number, or the name of a hyper-parameter.</summary>
    public object P { get; }
}
