namespace NeuralDsl;

/// <summary>A learned vector for every index: Int64 <c>[*]</c> to <c>[*, dims]</c>; <c>rows·dims</c> parameters.</summary>
public sealed class EmbeddingAttribute : LayerAttribute
{
    /// <param name="rows">Number of indices; at least 1.</param>
    /// <param name="dims">Size of each vector; at least 1.</param>
    public EmbeddingAttribute(long rows, long dims) => (Rows, Dims) = (rows, dims);

    /// <param name="rows">Number of indices, an expression over hyper-parameters.</param>
    /// <param name="dims">Size of each vector; at least 1.</param>
    public EmbeddingAttribute(string rows, long dims) => (Rows, Dims) = (rows, dims);

    /// <param name="rows">Number of indices; at least 1.</param>
    /// <param name="dims">Size of each vector, an expression over hyper-parameters.</param>
    public EmbeddingAttribute(long rows, string dims) => (Rows, Dims) = (rows, dims);

    /// <param name="rows">Number of indices, an expression over hyper-parameters.</param>
    /// <param name="dims">Size of each vector, an expression over hyper-parameters.</param>
    public EmbeddingAttribute(string rows, string dims) => (Rows, Dims) = (rows, dims);

    /// <summary>Number of indices.</summary>
    public object Rows { get; }

    /// <summary>Size of each vector.</summary>
    public object Dims { get; }
}
