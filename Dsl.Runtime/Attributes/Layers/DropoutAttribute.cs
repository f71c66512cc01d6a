namespace NeuralDsl;

/// <summary>While training, zeroes each element with probability p and scales the others by 1/(1 - p); else the identity.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Srivastava et al. 2014, "Dropout".</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Dropout(0.1)]</code></example>
public sealed class DropoutAttribute : LayerAttribute
{
    /// <param name="p">Probability, in [0, 1]; default 0.5.</param>
    public DropoutAttribute(double p = 0.5) => P = p;

    /// <param name="p">Probability, in [0, 1], the name of a hyper-parameter.</param>
    public DropoutAttribute(string p) => P = p;

    /// <summary>Probability, in [0, 1]: a number, or the name of a hyper-parameter.</summary>
    public object P { get; }
}
