namespace NeuralDsl;

/// <summary>Turns similar pairs of vectors to the same direction, others away from each other.</summary>
/// <remarks>
/// <para>
/// Shape: two values <c>[N, D]</c>; target <c>[N]</c> of their dtype: 1 for similar, -1 for others. <c>1 - cos(a, b)</c>, or
/// <c>max(0, cos(a, b) - margin)</c>.
/// </para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Input("y", "N 8"), Linear(4, From = "x", Name = "a"), Linear(4, From = "y", Share = "a", Name = "b"), CosineEmbeddingLoss("a, b")]</code></example>
/// <param name="values">Names of the two values, with a comma between.</param>
public sealed class CosineEmbeddingLossAttribute(string values) : ValuesLossAttribute(values)
{
    /// <summary>The cosine that pairs which are not similar may have: a number from -1 to 1, or the name of a hyper-parameter; default 0.</summary>
    public object Margin { get; set; } = 0.0;
}
