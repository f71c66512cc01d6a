namespace NeuralDsl;

/// <summary>x to a power, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Pow(3)]</code></example>
public sealed class PowAttribute : LayerAttribute
{
    /// <param name="exponent">The power.</param>
    public PowAttribute(double exponent) => Exponent = exponent;

    /// <param name="exponent">The power, the name of a hyper-parameter.</param>
    public PowAttribute(string exponent) => Exponent = exponent;

    /// <summary>The power: a number, or the name of a hyper-parameter.</summary>
    public object Exponent { get; }
}
