namespace NeuralDsl;

/// <summary>log(1 + exp(beta·x))/beta, elementwise, and x where beta·x is above the threshold.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Softplus]</code></example>
public sealed class SoftplusAttribute : LayerAttribute
{
    /// <param name="beta">Sharpness; positive; default 1.0.</param>
    public SoftplusAttribute(double beta = 1.0) => Beta = beta;

    /// <param name="beta">Sharpness; positive, the name of a hyper-parameter.</param>
    public SoftplusAttribute(string beta) => Beta = beta;

    /// <summary>Sharpness; positive: a number, or the name of a hyper-parameter.</summary>
    public object Beta { get; }

    /// <summary>Where it becomes linear, for beta·x: a number, or the name of a hyper-parameter; default 20.0.</summary>
    public object Threshold { get; set; } = 20.0;
}
