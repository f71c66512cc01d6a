namespace NeuralDsl;

/// <summary>The mean, the sum or the maximum of the learned vectors of each row of indices.</summary>
/// <remarks>
/// <para>Shape: Int64 <c>[N, T]</c> → <c>[N, dims]</c>. What is padding counts neither in a sum nor in a mean.</para>
/// <para>Parameters: weight <c>[rows, dims]</c>.</para>
/// </remarks>
/// <example><code>[Input("words", "N T", DType.Int64), EmbeddingBag(1000, 16), Linear(2)]</code></example>
public sealed class EmbeddingBagAttribute : EmbeddingTableAttribute
{
    /// <param name="rows">Number of indices; at least 1.</param>
    /// <param name="dims">Size of each vector; at least 1.</param>
    public EmbeddingBagAttribute(long rows, long dims) : base(rows, dims)
    {
    }

    /// <param name="rows">Number of indices; at least 1.</param>
    /// <param name="dims">Size of each vector, an expression over hyper-parameters.</param>
    public EmbeddingBagAttribute(long rows, string dims) : base(rows, dims)
    {
    }

    /// <param name="rows">Number of indices, an expression over hyper-parameters.</param>
    /// <param name="dims">Size of each vector; at least 1.</param>
    public EmbeddingBagAttribute(string rows, long dims) : base(rows, dims)
    {
    }

    /// <param name="rows">Number of indices, an expression over hyper-parameters.</param>
    /// <param name="dims">Size of each vector, an expression over hyper-parameters.</param>
    public EmbeddingBagAttribute(string rows, string dims) : base(rows, dims)
    {
    }

    /// <summary>What becomes of the vectors of a row: <see cref="Reduction.Mean"/>, <see cref="Reduction.Sum"/> or <see cref="Reduction.Max"/>; default the mean.</summary>
    public Reduction Mode { get; set; }

    /// <summary>The name of the value with a factor for every vector, <c>[N, T]</c>, of a sum; by default all are 1.</summary>
    public string? Weights { get; set; }
}
