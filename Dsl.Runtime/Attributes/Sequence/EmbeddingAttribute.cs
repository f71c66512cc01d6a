namespace NeuralDsl;

/// <summary>A learned vector for every index.</summary>
/// <remarks>
/// <para>Shape: Int64 <c>[*]</c> → <c>[*, dims]</c>.</para>
/// <para>Parameters: weight <c>[rows, dims]</c>.</para>
/// </remarks>
/// <example><code>[Input("tokens", "N T", DType.Int64), Embedding(1000, 16, PaddingIndex = 0)]</code></example>
public sealed class EmbeddingAttribute : EmbeddingTableAttribute
{
    /// <param name="rows">Number of indices; at least 1.</param>
    /// <param name="dims">Size of each vector; at least 1.</param>
    public EmbeddingAttribute(long rows, long dims) : base(rows, dims)
    {
    }

    /// <param name="rows">Number of indices; at least 1.</param>
    /// <param name="dims">Size of each vector, an expression over hyper-parameters.</param>
    public EmbeddingAttribute(long rows, string dims) : base(rows, dims)
    {
    }

    /// <param name="rows">Number of indices, an expression over hyper-parameters.</param>
    /// <param name="dims">Size of each vector; at least 1.</param>
    public EmbeddingAttribute(string rows, long dims) : base(rows, dims)
    {
    }

    /// <param name="rows">Number of indices, an expression over hyper-parameters.</param>
    /// <param name="dims">Size of each vector, an expression over hyper-parameters.</param>
    public EmbeddingAttribute(string rows, string dims) : base(rows, dims)
    {
    }
}
