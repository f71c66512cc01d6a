namespace NeuralDsl;

/// <summary>Divides by the root of the mean square over the last axes.</summary>
/// <remarks>
/// <para>Shape: <c>[…, features]</c> → the same.</para>
/// <para>Parameters: weight <c>[features]</c>, of the sizes of the last <c>Axes</c> axes.</para>
/// <para>Source: Zhang and Sennrich 2019, "Root Mean Square Layer Normalization"; <c>x / √(mean(x²) + eps)·weight</c>, as PyTorch 2.4 has it.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), RMSNorm]</code></example>
public sealed class RMSNormAttribute : LayerAttribute
{
    /// <summary>How many of the last axes it normalizes over; at least 1; default 1.</summary>
    public int Axes { get; set; } = 1;

    /// <summary>
    /// Added to the mean square; at least 0: a number, or the name of a hyper-parameter; default: the difference of 1 and the next number
    /// of the input's dtype, 1.2e-7 for Float32.
    /// </summary>
    public object? Eps { get; set; }

    /// <summary>Whether there is a learned scale; default true.</summary>
    public bool ElementwiseAffine { get; set; } = true;
}
