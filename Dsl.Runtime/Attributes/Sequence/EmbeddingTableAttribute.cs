namespace NeuralDsl;

/// <summary>Base of the layers that look vectors up by index.</summary>
public abstract class EmbeddingTableAttribute : LayerAttribute
{
    private protected EmbeddingTableAttribute(object rows, object dims) => (Rows, Dims) = (rows, dims);

    /// <summary>Number of indices: a number, or an expression over hyper-parameters; at least 1.</summary>
    public object Rows { get; }

    /// <summary>Size of each vector: a number, or an expression over hyper-parameters; at least 1.</summary>
    public object Dims { get; }

    /// <summary>The index whose vector is not trained, a negative one counting from the last; by default every vector is.</summary>
    public int PaddingIndex { get; set; }

    /// <summary>The largest norm of a vector, above 0: longer ones are shortened when they are looked up; by default none is.</summary>
    public object? MaxNorm { get; set; }

    /// <summary>The p of the p-norm that <see cref="MaxNorm"/> bounds, above 0; default 2.</summary>
    public object NormType { get; set; } = 2.0;

    /// <summary>Whether the gradient of a vector is divided by how often its index occurs in the batch; default false.</summary>
    public bool ScaleGradByFreq { get; set; }

    /// <summary>Whether the gradient is a sparse tensor, which not every optimizer takes: SGD does, Adam does not; default false.</summary>
    public bool Sparse { get; set; }
}
