namespace NeuralDsl;

/// <summary>x where |x| is above lambda, else 0, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Hardshrink]</code></example>
public sealed class HardshrinkAttribute : LayerAttribute
{
    /// <param name="lambda">The half width of what becomes 0; default 0.5.</param>
    public HardshrinkAttribute(double lambda = 0.5) => Lambda = lambda;

    /// <param name="lambda">The half width of what becomes 0, the name of a hyper-parameter.</param>
    public HardshrinkAttribute(string lambda) => Lambda = lambda;

    /// <summary>The half width of what becomes 0: a number, or the name of a hyper-parameter.</summary>
    public object Lambda { get; }
}
