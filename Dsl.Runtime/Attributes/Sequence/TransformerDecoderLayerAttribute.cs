namespace NeuralDsl;

/// <summary>A layer of a transformer with a memory: self-attention, attention to the memory and two linear layers, each with a sum and a normalization.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, d]</c> and the memory <c>[N, S, d]</c> → <c>[N, T, d]</c>.</para>
/// <para>Parameters: self_attn.in_proj_weight <c>[3·d, d]</c>, self_attn.in_proj_bias <c>[3·d]</c>, self_attn.out_proj.weight <c>[d, d]</c>, self_attn.out_proj.bias
/// <c>[d]</c>, linear1.weight <c>[feedForward, d]</c>, linear1.bias, linear2.weight <c>[d, feedForward]</c>, linear2.bias, norm1.weight <c>[d]</c>, norm1.bias,
/// norm2.weight, norm2.bias;
/// besides, multihead_attn as self_attn, and norm3.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 16"), Input("memory", "N S 16"), TransformerDecoderLayer("memory", 4, FeedForward = 64, Causal = true)]</code></example>
public sealed class TransformerDecoderLayerAttribute : TransformerDecoderBaseAttribute
{
    /// <param name="memory">The name of the memory, <c>[N, S, d]</c>.</param>
    /// <param name="heads">Number of heads; at least 1.</param>
    public TransformerDecoderLayerAttribute(string memory, long heads) : base(memory, heads)
    {
    }

    /// <param name="memory">The name of the memory, <c>[N, S, d]</c>.</param>
    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    public TransformerDecoderLayerAttribute(string memory, string heads) : base(memory, heads)
    {
    }
}
