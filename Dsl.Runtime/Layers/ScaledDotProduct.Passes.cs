using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>
/// The passes of a training step without autograd. Of scores s = q·kᵀ·scale, weights a = softmax(s) and what they find, a·v: ds = a·(da - Σ da·a), dq = ds·k·scale, dk = dsᵀ·q·scale, dv = aᵀ·dy.
/// </content>
public static partial class ScaledDotProduct
{
    /// <summary>The forward pass of a training step: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <inheritdoc cref="ForwardWithWeights"/>
    /// <returns><c>[N, heads, T, f]</c>; the caller disposes it.</returns>
    public static Tensor Forward(
        Tape tape, Tensor query, Tensor key, Tensor value, Tensor? mask = null, Tensor? bias = null, bool causal = false, double? scale = null, double dropout = 0)
    {
        var (values, weights) = ForwardWithWeights(tape, query, key, value, mask, bias, causal, scale, dropout);
        weights.Dispose();
        return values;
    }

    /// <summary>The same, and the weights, which <see cref="Backward"/> reads.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="query"><c>[N, heads, T, e]</c>.</param>
    /// <param name="key"><c>[N, heads, S, e]</c>; with fewer heads, each serves a group of queries' heads that follow each other.</param>
    /// <param name="value"><c>[N, heads, S, f]</c>, with as many heads as the key.</param>
    /// <param name="mask">What broadcasts to <c>[N, heads, T, S]</c>: true where a key takes part, or a number that is added to the score; null for none.</param>
    /// <param name="bias">What broadcasts to <c>[N, heads, T, S]</c> and is added to the scores; null for none.</param>
    /// <param name="causal">Whether a query sees no later key.</param>
    /// <param name="scale">Factor of the scores; null for <c>1/√e</c>.</param>
    /// <param name="dropout">Probability of a weight to be zeroed; 0 where the model does not train.</param>
    /// <returns>The weighted values <c>[N, heads, T, f]</c> and the weights <c>[N, heads, T, S]</c>; the caller disposes them.</returns>
    public static (Tensor Values, Tensor Weights) ForwardWithWeights(
        Tape tape, Tensor query, Tensor key, Tensor value, Tensor? mask = null, Tensor? bias = null, bool causal = false, double? scale = null, double dropout = 0)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        using var withoutAutograd = no_grad();
        using var scope = NewDisposeScope();
        var scaled = query * (scale ?? 1 / Math.Sqrt(query.size(-1)));
        var (keys, values) = (ForEachHead(key.alias(), query), ForEachHead(value.alias(), query));
        var scores = scaled.matmul(keys.transpose(-2, -1));
        if (Combine(query, key, mask, bias, causal) is { } all)
            scores = all.dtype == ScalarType.Bool ? scores.masked_fill_(all.logical_not(), double.NegativeInfinity) : scores.add_(all);
        var weights = scores.softmax(-1);
        var dropped = DropoutMask.Draw(weights, dropout, training: dropout > 0);
        var kept = DropoutMask.Apply(weights, dropped);
        var found = kept.matmul(values);
        tape.Push(scaled.DetachFromDisposeScope());
        tape.Push(keys.DetachFromDisposeScope());
        tape.Push(values.DetachFromDisposeScope());
        tape.Push(weights.DetachFromDisposeScope());
        tape.Push(dropped?.DetachFromDisposeScope());
        tape.PushSize(key.size(1));
        return (found.MoveToOuterDisposeScope(), kept.MoveToOuterDisposeScope());
    }

    /// <summary>The backward pass of what the forward pass left on the tape.</summary>
    /// <param name="tape">What the forward pass left; nothing of it is there afterwards.</param>
    /// <param name="dValues">The gradient of the weighted values, <c>[N, heads, T, f]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dWeights">That of the weights, <c>[N, heads, T, S]</c>; null for none.</param>
    /// <param name="scale">Factor of the scores; null for <c>1/√e</c>.</param>
    /// <returns>The gradients of queries, keys and values, and of the scores, <c>[N, heads, T, S]</c>, which is that of what was added to them; the caller disposes them.</returns>
    public static (Tensor Query, Tensor Key, Tensor Value, Tensor Scores) Backward(Tape tape, Tensor? dValues, Tensor? dWeights = null, double? scale = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        using var withoutAutograd = no_grad();
        using var scope = NewDisposeScope();
        var heads = tape.PopSize();
        using var dropped = tape.PopOrNull();
        using var weights = tape.Pop();
        using var values = tape.Pop();
        using var keys = tape.Pop();
        using var scaled = tape.Pop();
        var kept = DropoutMask.Apply(weights, dropped);
        var dv = dValues is null ? zeros_like(values) : kept.transpose(-2, -1).matmul(dValues);
        var dKept = dValues?.matmul(values.transpose(-2, -1));
        dKept = dKept is null ? dWeights ?? zeros_like(weights) : dWeights is null ? dKept : dKept.add_(dWeights);
        var ds = Kernels.SoftmaxBackward(DropoutMask.Apply(dKept, dropped), weights, -1);
        var dq = ds.matmul(keys).mul_(scale ?? 1 / Math.Sqrt(scaled.size(-1)));
        var dk = ds.transpose(-2, -1).matmul(scaled);
        return (dq.MoveToOuterDisposeScope(), OfGroups(dk, heads).MoveToOuterDisposeScope(), OfGroups(dv, heads).MoveToOuterDisposeScope(), ds.MoveToOuterDisposeScope());
    }

    /// <summary>The sum over the heads of queries that each head of keys serves.</summary>
    private static Tensor OfGroups(Tensor gradient, long heads) => gradient.size(1) == heads
        ? gradient
        : gradient.reshape(gradient.size(0), heads, gradient.size(1) / heads, gradient.size(2), gradient.size(3)).sum(2L);
}
