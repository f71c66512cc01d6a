namespace NeuralDsl;

/// <summary>x where x is positive, else slope·x, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), LeakyReLU(0.2)]</code></example>
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <param name="slope">Factor for negative elements; default 0.01.</param>
    public LeakyReLUAttribute(double slope = 0.01) => Slope = slope;

    /// <param name="slope">Factor for negative elements, the name of a hyper-parameter.</param>
    public LeakyReLUAttribute(string slope) => Slope = slope;

    /// <summary>Factor for negative elements: a number, or the name of a hyper-parameter.</summary>
    public object Slope { get; }
}
