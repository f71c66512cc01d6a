using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Attention with what TorchSharp's <c>scaled_dot_product_attention</c> lacks: a scale, a bias, several masks at once, grouped queries, the weights.</summary>
public static partial class ScaledDotProduct
{
    /// <summary>For each query, the values weighted by the softmax of the scores <c>query·key·scale</c>.</summary>
    /// <param name="query"><c>[N, heads, T, e]</c>.</param>
    /// <param name="key"><c>[N, heads, S, e]</c>; with fewer heads, each serves a group of queries' heads that follow each other.</param>
    /// <param name="value"><c>[N, heads, S, f]</c>, with as many heads as the key.</param>
    /// <param name="mask">What broadcasts to <c>[N, heads, T, S]</c>: true where a key takes part, or a number that is added to the score; null for none.</param>
    /// <param name="bias">What broadcasts to <c>[N, heads, T, S]</c> and is added to the scores; null for none.</param>
    /// <param name="causal">Whether a query sees no later key.</param>
    /// <param name="scale">Factor of the scores; null for <c>1/√e</c>.</param>
    /// <param name="dropout">Probability of a weight to be zeroed; 0 where the model does not train.</param>
    /// <returns><c>[N, heads, T, f]</c>; the caller disposes it.</returns>
    public static Tensor Attend(
        Tensor query, Tensor key, Tensor value, Tensor? mask = null, Tensor? bias = null, bool causal = false, double? scale = null, double dropout = 0)
    {
        using var scope = NewDisposeScope();
        var all = Combine(query, key, mask, bias, causal && (mask is not null || bias is not null));
        // The engine divides by √e.
        var scaled = scale is { } factor ? query * (factor * Math.Sqrt(query.size(-1))) : query;
        return nn.functional.scaled_dot_product_attention(scaled, ForEachHead(key, query), ForEachHead(value, query), all!, dropout, causal && all is null)
            .MoveToOuterDisposeScope();
    }

    /// <summary>The same, and the weights.</summary>
    /// <inheritdoc cref="Attend"/>
    /// <returns>The weighted values <c>[N, heads, T, f]</c> and the weights <c>[N, heads, T, S]</c>; the caller disposes them.</returns>
    public static (Tensor Values, Tensor Weights) AttendWithWeights(
        Tensor query, Tensor key, Tensor value, Tensor? mask = null, Tensor? bias = null, bool causal = false, double? scale = null, double dropout = 0)
    {
        using var scope = NewDisposeScope();
        var scores = (query * (scale ?? 1 / Math.Sqrt(query.size(-1)))).matmul(ForEachHead(key, query).transpose(-2, -1));
        var all = Combine(query, key, mask, bias, causal);
        if (all is not null)
            scores = all.dtype == ScalarType.Bool ? scores.masked_fill(all.logical_not(), double.NegativeInfinity) : scores + all;
        var weights = nn.functional.dropout(scores.softmax(-1), dropout, training: dropout > 0);
        return (weights.matmul(ForEachHead(value, query)).MoveToOuterDisposeScope(), weights.MoveToOuterDisposeScope());
    }

    /// <summary>Masks and bias as one tensor: of truth values where none has numbers; null for none.</summary>
    private static Tensor? Combine(Tensor query, Tensor key, Tensor? mask, Tensor? bias, bool causal)
    {
        var visible = mask?.dtype == ScalarType.Bool ? mask : null;
        var added = visible is null ? Sum(mask, bias) : bias;
        if (causal)
        {
            var earlier = ones([query.size(-2), key.size(-2)], dtype: ScalarType.Bool, device: query.device).tril();
            visible = visible is null ? earlier : visible.logical_and(earlier);
        }
        return visible is null ? added : added is null ? visible : Sum(added, Hiding(visible, added.dtype));
    }

    private static Tensor? Sum(Tensor? a, Tensor? b) => a is null ? b : b is null ? a : a + b;

    /// <summary>Zero where a key is visible, else negative infinity.</summary>
    private static Tensor Hiding(Tensor visible, ScalarType dtype) =>
        zeros(visible.shape, dtype: dtype, device: visible.device).masked_fill(visible.logical_not(), double.NegativeInfinity);

    private static Tensor ForEachHead(Tensor keys, Tensor query)
    {
        var group = query.size(1) / keys.size(1);
        return group == 1 ? keys : keys.repeat_interleave(group, 1);
    }
}
