namespace NeuralDsl;

/// <summary>A layer of a transformer: self-attention and two linear layers, each with a sum and a normalization.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, d]</c> → the same.</para>
/// <para>Parameters: self_attn.in_proj_weight <c>[3·d, d]</c>, self_attn.in_proj_bias <c>[3·d]</c>, self_attn.out_proj.weight <c>[d, d]</c>, self_attn.out_proj.bias
/// <c>[d]</c>, linear1.weight <c>[feedForward, d]</c>, linear1.bias, linear2.weight <c>[d, feedForward]</c>, linear2.bias, norm1.weight <c>[d]</c>, norm1.bias,
/// norm2.weight, norm2.bias.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 16"), TransformerEncoderLayer(4, FeedForward = 64, NormFirst = true)]</code></example>
public sealed class TransformerEncoderLayerAttribute : TransformerLayerAttribute
{
    /// <param name="heads">Number of heads; at least 1.</param>
    public TransformerEncoderLayerAttribute(long heads) : base(heads)
    {
    }

    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    public TransformerEncoderLayerAttribute(string heads) : base(heads)
    {
    }
}
