namespace NeuralDsl;

/// <summary>Attention of queries, which are the value before it, to keys and values that are named, in several heads.</summary>
/// <remarks>
/// <para>Shape: queries <c>[N, T, d]</c>, keys <c>[N, S, k]</c>, values <c>[N, S, v]</c> → <c>[N, T, d]</c>.</para>
/// <para>Parameters: in_proj_weight <c>[3·width, d]</c>, in_proj_bias <c>[3·width]</c>, out_proj.weight <c>[d, width]</c>, out_proj.bias <c>[d]</c>; where k or v is
/// not d, q_proj_weight <c>[width, d]</c>, k_proj_weight <c>[width, k]</c> and v_proj_weight <c>[width, v]</c> take the place of in_proj_weight; or four linear
/// layers with names.</para>
/// </remarks>
/// <example><code>[Input("q", "N T 16"), Input("k", "N S 16"), Input("v", "N S 16"), MultiheadAttention("k, v", 4)]</code></example>
public sealed class MultiheadAttentionAttribute : AttentionAttribute
{
    /// <param name="keyAndValue">The names of the keys and the values, separated by a comma.</param>
    /// <param name="heads">Number of heads; at least 1.</param>
    public MultiheadAttentionAttribute(string keyAndValue, long heads) : base(heads) => KeyAndValue = keyAndValue;

    /// <param name="keyAndValue">The names of the keys and the values, separated by a comma.</param>
    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    public MultiheadAttentionAttribute(string keyAndValue, string heads) : base(heads) => KeyAndValue = keyAndValue;

    /// <summary>The names of the keys and the values, separated by a comma.</summary>
    public string KeyAndValue { get; }
}
