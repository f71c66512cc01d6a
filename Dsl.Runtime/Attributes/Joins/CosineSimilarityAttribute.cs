namespace NeuralDsl;

/// <summary>The cosine of the angle between the vectors along an axis of two values.</summary>
/// <param name="value">The name of the second value, of the same shape.</param>
/// <remarks>
/// <para>Shape: <c>[N, D, …]</c> twice → <c>[N, …]</c>.</para>
/// <para>Source: <c>x·y / max(|x|·|y|, eps)</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(8), CosineSimilarity("x")]</code></example>
public sealed class CosineSimilarityAttribute(string value) : LayerAttribute
{
    /// <summary>The name of the second value.</summary>
    public string Value { get; } = value;

    /// <summary>The axis of the vectors; negative counts from the last; default 1.</summary>
    public int Axis { get; set; } = 1;

    /// <summary>The least product of lengths; at least 0: a number, or the name of a hyper-parameter; default 1e-8.</summary>
    public object Eps { get; set; } = 1e-8;
}
