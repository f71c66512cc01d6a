namespace NeuralDsl;

/// <summary>Attention of a sequence to another one, the memory, in several heads.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, d]</c> and the memory <c>[N, S, m]</c> → <c>[N, T, d]</c>.</para>
/// <para>Parameters: in_proj_weight <c>[3·width, d]</c>, in_proj_bias <c>[3·width]</c>, out_proj.weight <c>[d, width]</c>, out_proj.bias <c>[d]</c>; where m is
/// not d, q_proj_weight <c>[width, d]</c>, k_proj_weight and v_proj_weight <c>[width, m]</c> take the place of in_proj_weight; or four linear layers with
/// names.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 16"), Input("memory", "N S 16"), CrossAttention("memory", 4)]</code></example>
public sealed class CrossAttentionAttribute : AttentionAttribute
{
    /// <param name="memory">The name of the value that keys and values come from.</param>
    /// <param name="heads">Number of heads; at least 1.</param>
    public CrossAttentionAttribute(string memory, long heads) : base(heads) => Memory = memory;

    /// <param name="memory">The name of the value that keys and values come from.</param>
    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    public CrossAttentionAttribute(string memory, string heads) : base(heads) => Memory = memory;

    /// <summary>The name of the value that keys and values come from.</summary>
    public string Memory { get; }
}
