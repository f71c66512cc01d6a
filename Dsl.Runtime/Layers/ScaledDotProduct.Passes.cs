using NeuralDsl.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>
/// The passes of a training step without autograd. Of scores s = q·kᵀ·scale, weights a = softmax(s) and what they find, a·v: ds = a·(da - Σ da·a), dq = ds·k·scale, dk = dsᵀ·q·scale, dv = aᵀ·dy.
/// </content>
public static partial class ScaledDotProduct
{
    /// <summary>What stands on the tape where attention was one operator.</summary>
    private const long Fused = 0;

    /// <summary>The forward pass of a training step: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="query"><c>[N, heads, T, e]</c>.</param>
    /// <param name="key"><c>[N, heads, S, e]</c>; with fewer heads, each serves a group of queries' heads that follow each other.</param>
    /// <param name="value"><c>[N, heads, S, f]</c>, with as many heads as the key.</param>
    /// <param name="mask">What broadcasts to <c>[N, heads, T, S]</c>: true where a key takes part; null for none.</param>
    /// <param name="causal">Whether a query sees no later key.</param>
    /// <param name="scale">Factor of the scores; null for <c>1/√e</c>.</param>
    /// <param name="dropout">Probability of a weight to be zeroed; 0 where the model does not train.</param>
    /// <returns><c>[N, heads, T, f]</c>; the caller disposes it.</returns>
    public static Tensor Forward(Tape tape, Tensor query, Tensor key, Tensor value, Tensor? mask = null, bool causal = false, double? scale = null, double dropout = 0)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        if (query.size(-1) != value.size(-1) || !FusedAttention.Serves(query, value, dropout))
            return ForwardOfAll(tape, query, key, value, mask, null, causal, scale, dropout);
        using var withoutAutograd = no_grad();
        using var unseen = mask?.logical_not();
        var hidden = unseen is null ? null : AdditiveMask.Of(unseen, query.dtype);
        var found = FusedAttention.Forward(tape, query.alias(), Own(key), Own(value), hidden, causal, scale);
        tape.PushSize(key.size(1));
        tape.PushSize(Fused);
        return found;

        Tensor Own(Tensor keys) => keys.size(1) == query.size(1) ? keys.alias() : ForEachHead(keys, query);
    }

    /// <summary>The backward pass of what <see cref="Forward"/> left on the tape.</summary>
    /// <param name="tape">What the forward pass left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of the weighted values, <c>[N, heads, T, f]</c>, which the caller disposes.</param>
    /// <param name="scale">Factor of the scores; null for <c>1/√e</c>.</param>
    /// <returns>The gradients of queries, keys and values; the caller disposes them.</returns>
    public static (Tensor Query, Tensor Key, Tensor Value) Backward(Tape tape, Tensor dy, double? scale = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        using var withoutAutograd = no_grad();
        var heads = tape.PopSize();
        if (heads != Fused)
        {
            var (query, key, value, scores) = BackwardOfProducts(tape, heads, dy, null, scale);
            scores.Dispose();
            return (query, key, value);
        }
        heads = tape.PopSize();
        var (dq, dk, dv) = FusedAttention.Backward(tape, dy, scale);
        return (dq, Shared(dk), Shared(dv));

        Tensor Shared(Tensor gradient)
        {
            if (gradient.size(1) == heads)
                return gradient;
            using (gradient)
                return OfGroups(gradient, heads);
        }
    }

    /// <summary>The same with numbers that are added to the scores, whose gradients <see cref="BackwardOfAll"/> gives.</summary>
    /// <inheritdoc cref="ForwardWithWeights"/>
    /// <returns><c>[N, heads, T, f]</c>; the caller disposes it.</returns>
    public static Tensor ForwardOfAll(
        Tape tape, Tensor query, Tensor key, Tensor value, Tensor? mask = null, Tensor? bias = null, bool causal = false, double? scale = null, double dropout = 0)
    {
        var (values, weights) = ForwardWithWeights(tape, query, key, value, mask, bias, causal, scale, dropout);
        weights.Dispose();
        return values;
    }

    /// <summary>The same, and the weights, which <see cref="BackwardOfAll"/> reads.</summary>
    /// <param name="tape">Where <see cref="BackwardOfAll"/> finds what it needs.</param>
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

    /// <summary>The backward pass of what <see cref="ForwardOfAll"/> or <see cref="ForwardWithWeights"/> left on the tape.</summary>
    /// <param name="tape">What the forward pass left; nothing of it is there afterwards.</param>
    /// <param name="dValues">The gradient of the weighted values, <c>[N, heads, T, f]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dWeights">That of the weights, <c>[N, heads, T, S]</c>; null for none.</param>
    /// <param name="scale">Factor of the scores; null for <c>1/√e</c>.</param>
    /// <returns>The gradients of queries, keys and values, and of the scores, <c>[N, heads, T, S]</c>, which is that of what was added to them; the caller disposes them.</returns>
    /// <exception cref="InvalidOperationException">The forward pass was <see cref="Forward"/>.</exception>
    public static (Tensor Query, Tensor Key, Tensor Value, Tensor Scores) BackwardOfAll(Tape tape, Tensor? dValues, Tensor? dWeights = null, double? scale = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        using var withoutAutograd = no_grad();
        var heads = tape.PopSize();
        if (heads == Fused)
            throw new InvalidOperationException("There are no weights on the tape: the forward pass was another one.");
        return BackwardOfProducts(tape, heads, dValues, dWeights, scale);
    }

    private static (Tensor Query, Tensor Key, Tensor Value, Tensor Scores) BackwardOfProducts(Tape tape, long heads, Tensor? dValues, Tensor? dWeights, double? scale)
    {
        using var scope = NewDisposeScope();
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
