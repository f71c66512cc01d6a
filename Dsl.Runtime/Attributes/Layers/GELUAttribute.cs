namespace NeuralDsl;

/// <summary>x·Φ(x) with the normal distribution's Φ, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// <para>Source: Hendrycks and Gimpel 2016, "Gaussian Error Linear Units"; with tanh <c>x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³)))</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), GELU(Approximate = Approximation.Tanh)]</code></example>
public sealed class GELUAttribute : LayerAttribute
{
    /// <summary>How Φ is computed; default exactly.</summary>
    public Approximation Approximate { get; set; }
}
