namespace NeuralDsl;

/// <summary>x moved towards 0 by lambda, and 0 where |x| is at most lambda, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Softshrink]</code></example>
public sealed class SoftshrinkAttribute : LayerAttribute
{
    /// <param name="lambda">How far; at least 0; default 0.5.</param>
    public SoftshrinkAttribute(double lambda = 0.5) => Lambda = lambda;

    /// <param name="lambda">How far; at least 0, the name of a hyper-parameter.</param>
    public SoftshrinkAttribute(string lambda) => Lambda = lambda;

    /// <summary>How far; at least 0: a number, or the name of a hyper-parameter.</summary>
    public object Lambda { get; }
}
