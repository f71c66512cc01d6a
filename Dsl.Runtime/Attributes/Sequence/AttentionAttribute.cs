namespace NeuralDsl;

/// <summary>Base of the attention layers with projections, batch first.</summary>
/// <remarks>
/// <para>Shape: queries <c>[N, T, d]</c>, keys and values <c>[N, S, …]</c> → <c>[N, T, d]</c>.</para>
/// <para>Parameters: in_proj_weight <c>[3·width, d]</c>, in_proj_bias <c>[3·width]</c>, out_proj.weight <c>[d, width]</c>, out_proj.bias <c>[d]</c>. Where keys or
/// values have another size than queries, q_proj_weight, k_proj_weight and v_proj_weight take the place of in_proj_weight. With
/// <see cref="Projections"/> there are four linear layers instead.</para>
/// <para>Source: Vaswani et al. 2017, "Attention Is All You Need", section 3.2; PyTorch's nn.MultiheadAttention.</para>
/// </remarks>
public abstract class AttentionAttribute : LayerAttribute
{
    private protected AttentionAttribute(object heads) => Heads = heads;

    /// <summary>Number of heads, which divides the width: a number, or an expression over hyper-parameters.</summary>
    public object Heads { get; }

    /// <summary>
    /// Number of heads of keys and values, which divides the heads: each serves a group of queries' heads (Ainslie et al. 2023). A number, or an
    /// expression over hyper-parameters; default: as many as heads. The projections are linear layers then, named as Llama's if not otherwise.
    /// </summary>
    public object? KeyValueHeads { get; set; }

    /// <summary>Size of all heads together: a number, or an expression over hyper-parameters; default: the size of the queries' features.</summary>
    public object? Width { get; set; }

    /// <summary>Whether the projections have learned biases; default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Four names, of the linear layers that project queries, keys, values and the output, such as <c>"q_proj, k_proj, v_proj, o_proj"</c>; default:
    /// PyTorch's parameters.
    /// </summary>
    public string? Projections { get; set; }

    /// <summary>Whether a query sees no later key, which asks for as many keys as queries; default false.</summary>
    public bool Causal { get; set; }

    /// <summary>Probability, in [0, 1], of a weight to be zeroed while training; default 0.</summary>
    public object Dropout { get; set; } = 0.0;

    /// <summary>Factor of the scores, above 0; default: one over the root of a head's size. T5 takes 1.</summary>
    public object? Scale { get; set; }

    /// <summary>The name of a value, Bool <c>[N, S]</c>, that is true where a key is padding, which no query sees; as PyTorch's key_padding_mask. It may be absent.</summary>
    public string? KeyPadding { get; set; }

    /// <summary>
    /// The name of a value <c>[T, S]</c>, <c>[N, T, S]</c> or <c>[N, heads, T, S]</c>, where an axis may be 1: Bool that is true where a query does not see a
    /// key, as PyTorch's attn_mask, or numbers that are added to the scores. It may be absent.
    /// </summary>
    public string? Mask { get; set; }

    /// <summary>The name of a value that is added to the scores besides, in the layouts of <see cref="Mask"/>: T5's relative positions. It may be absent.</summary>
    public string? AddBias { get; set; }

    /// <summary>Whether queries and keys are turned by rotary positions, as by <see cref="RotaryEmbeddingAttribute"/>; default false.</summary>
    public bool Rotary { get; set; }

    /// <summary>The base of the rotary positions, above 0; default 10000.</summary>
    public object RotaryBase { get; set; } = 10000.0;

    /// <summary>Whether the weights, the mean over the heads, are the value <c>name.weights</c>, <c>[N, T, S]</c>; default false.</summary>
    public bool NeedWeights { get; set; }
}
