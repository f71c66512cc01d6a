namespace NeuralDsl;

/// <summary>x times a number, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Scale(0.5)]</code></example>
public sealed class ScaleAttribute : LayerAttribute
{
    /// <param name="factor">The number.</param>
    public ScaleAttribute(double factor) => Factor = factor;

    /// <param name="factor">The number, the name of a hyper-parameter.</param>
    public ScaleAttribute(string factor) => Factor = factor;

    /// <summary>The number: a number, or the name of a hyper-parameter.</summary>
    public object Factor { get; }
}
