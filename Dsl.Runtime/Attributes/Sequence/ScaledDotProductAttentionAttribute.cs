namespace NeuralDsl;

/// <summary>Attention without weights of its own: for each query, the values weighted by the softmax of <c>query·key·scale</c>.</summary>
/// <remarks>
/// <para>Shape: queries <c>[N, heads, T, e]</c>, keys <c>[N, heads, S, e]</c>, values <c>[N, heads, S, f]</c> → <c>[N, heads, T, f]</c>.</para>
/// <para>Source: Vaswani et al. 2017, "Attention Is All You Need", section 3.2.1; PyTorch's functional.scaled_dot_product_attention.</para>
/// </remarks>
/// <example><code>[Input("q", "N 4 T 8"), Input("k", "N 4 S 8"), Input("v", "N 4 S 8"), ScaledDotProductAttention("k, v")]</code></example>
/// <param name="keyAndValue">The names of the keys and the values, separated by a comma.</param>
public sealed class ScaledDotProductAttentionAttribute(string keyAndValue) : LayerAttribute
{
    /// <summary>The names of the keys and the values.</summary>
    public string KeyAndValue { get; } = keyAndValue;

    /// <summary>Whether a query sees no later key, which asks for as many keys as queries; default false.</summary>
    public bool Causal { get; set; }

    /// <summary>Probability, in [0, 1], of a weight to be zeroed while training; default 0.</summary>
    public object Dropout { get; set; } = 0.0;

    /// <summary>Factor of the scores, above 0; default <c>1/√e</c>.</summary>
    public object? Scale { get; set; }

    /// <summary>Whether keys and values may have fewer heads, which divide those of the queries: each serves a group of them; default false.</summary>
    public bool EnableGqa { get; set; }

    /// <summary>
    /// The name of a value <c>[T, S]</c>, <c>[N, T, S]</c> or <c>[N, heads, T, S]</c>, where an axis may be 1: Bool that is true where a key takes part, or
    /// numbers that are added to the scores. As PyTorch's function reads it, and the opposite of what the layers with projections call a mask. It
    /// may be absent.
    /// </summary>
    public string? Mask { get; set; }

    /// <summary>The name of a value that is added to the scores besides, in the layouts of <see cref="Mask"/>. It may be absent.</summary>
    public string? AddBias { get; set; }

    /// <summary>Whether the weights are the value <c>name.weights</c>, <c>[N, heads, T, S]</c>; default false.</summary>
    public bool NeedWeights { get; set; }
}
