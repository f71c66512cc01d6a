namespace NeuralDsl;

/// <summary>Attention of a sequence to itself, in several heads.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, d]</c> → the same.</para>
/// <para>Parameters: in_proj_weight <c>[3·width, d]</c>, in_proj_bias <c>[3·width]</c>, out_proj.weight <c>[d, width]</c>, out_proj.bias <c>[d]</c>, or four
/// linear layers with names.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 16"), SelfAttention(4, Causal = true, Dropout = 0.1)]</code></example>
public sealed class SelfAttentionAttribute : AttentionAttribute
{
    /// <param name="heads">Number of heads; at least 1.</param>
    public SelfAttentionAttribute(long heads) : base(heads)
    {
    }

    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    public SelfAttentionAttribute(string heads) : base(heads)
    {
    }
}
