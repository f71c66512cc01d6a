namespace NeuralDsl;

/// <summary>Turns pairs of features by angles that grow with the position, so that a product of two such vectors depends on their distance.</summary>
/// <remarks>
/// <para>Shape: <c>[*, T, e]</c> → the same; e is even. Feature i is paired with feature i + e/2, as in GPT-NeoX and Hugging Face's Llama, not with
/// its neighbour as in the paper; weights of one kind of model do not fit the other.</para>
/// <para>Source: Su et al. 2021, "RoFormer". The angle of pair i at position t is <c>t·base^(-2i/e)</c>. It has no state.</para>
/// </remarks>
/// <example><code>[Input("q", "N 4 T 16"), RotaryEmbedding]</code></example>
public sealed class RotaryEmbeddingAttribute : LayerAttribute
{
    /// <summary>The base of the frequencies, above 0; default 10000.</summary>
    public object Base { get; set; } = 10000.0;
}
