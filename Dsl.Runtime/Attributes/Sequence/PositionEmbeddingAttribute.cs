namespace NeuralDsl;

/// <summary>Adds a learned vector for every position to a sequence.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, d]</c> → the same, where T + Offset is at most the number of positions.</para>
/// <para>Parameters: weight <c>[positions, d]</c>, as of an embedding.</para>
/// </remarks>
/// <example><code>[Input("tokens", "N T", DType.Int64), Embedding(1000, 16), PositionEmbedding(128)]</code></example>
public sealed class PositionEmbeddingAttribute : LayerAttribute
{
    /// <param name="positions">Number of positions that have a vector; at least 1.</param>
    public PositionEmbeddingAttribute(long positions) => Positions = positions;

    /// <param name="positions">Number of positions that have a vector, an expression over hyper-parameters.</param>
    public PositionEmbeddingAttribute(string positions) => Positions = positions;

    /// <summary>Number of positions that have a vector: a number, or an expression over hyper-parameters.</summary>
    public object Positions { get; }

    /// <summary>The position of the first vector that is added, a number or an expression over hyper-parameters; default 0. RoBERTa and OPT begin with 2.</summary>
    public object Offset { get; set; } = 0;
}
