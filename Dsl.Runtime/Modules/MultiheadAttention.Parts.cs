using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step of what has more than scores and masks of truth values: rotary positions, grouped queries, numbers that are added to the scores, the weights.</content>
public sealed partial class MultiheadAttention
{
    /// <summary>What stands on the tape in place of the number of products.</summary>
    private const long InParts = 0;

    /// <summary>The forward pass of a training step, without autograd, with numbers that are added to the scores: what <see cref="BackwardOfAll"/> needs goes on the tape.</summary>
    /// <inheritdoc cref="ForwardWithWeights"/>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public Tensor ForwardOfAll(Tape tape, Tensor query, Tensor key, Tensor value, Tensor? keyPadding = null, Tensor? mask = null, Tensor? bias = null)
    {
        var (made, weights) = ForwardWithWeights(tape, query, key, value, keyPadding, mask, bias);
        weights.Dispose();
        return made;
    }

    /// <summary>The same, and the mean weights of the heads.</summary>
    /// <param name="tape">Where <see cref="BackwardOfAll"/> finds what it needs.</param>
    /// <param name="query"><c>[N, T, d]</c>.</param>
    /// <param name="key"><c>[N, S, keyDims]</c>.</param>
    /// <param name="value"><c>[N, S, valueDims]</c>.</param>
    /// <param name="keyPadding">Bool <c>[N, S]</c>: true where a key is padding, which no query sees; null for none.</param>
    /// <param name="mask">As of <see cref="forward"/>.</param>
    /// <param name="bias">As of <see cref="forward"/>.</param>
    /// <returns>The output <c>[N, T, d]</c> and the weights <c>[N, T, S]</c>; the caller disposes them.</returns>
    public (Tensor Output, Tensor Weights) ForwardWithWeights(
        Tape tape, Tensor query, Tensor key, Tensor value, Tensor? keyPadding = null, Tensor? mask = null, Tensor? bias = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        using var withoutAutograd = no_grad();
        using var scope = NewDisposeScope();
        var (q, k, v) = Turned(query, key, value);
        var (found, weights) = ScaledDotProduct.ForwardWithWeights(tape, q, k, v, Visible(keyPadding, mask), ByHead(bias), options.Causal, options.Scale, Dropout);
        return (EndInParts(tape, query, key, value, found).MoveToOuterDisposeScope(), weights.mean([1]).MoveToOuterDisposeScope());
    }

    /// <summary>The same without weights and numbers: <see cref="Forward"/> where positions turn queries and keys, or heads share keys.</summary>
    private Tensor ForwardInParts(Tape tape, Tensor query, Tensor key, Tensor value, Tensor? keyPadding, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = Turned(query, key, value);
        var found = ScaledDotProduct.Forward(tape, q, k, v, Visible(keyPadding, mask), options.Causal, options.Scale, Dropout);
        return EndInParts(tape, query, key, value, found).MoveToOuterDisposeScope();
    }

    /// <summary>The projections, each by a product of its own, those of queries and keys turned by their positions.</summary>
    private (Tensor Query, Tensor Key, Tensor Value) Turned(Tensor query, Tensor key, Tensor value)
    {
        var (q, k, v) = (Heads(Project(query, 0, 1), heads), Heads(Project(key, 1, 1), KeyValueHeads), Heads(Project(value, 2, 1), KeyValueHeads));
        return rotary is null ? (q, k, v) : (rotary.call(q), rotary.call(k), v);
    }

    /// <summary>What queries found, <c>[N, heads, T, e]</c>, through the projection of the output.</summary>
    private Tensor EndInParts(Tape tape, Tensor query, Tensor key, Tensor value, Tensor found)
    {
        var joined = found.transpose(1, 2).flatten(2);
        tape.Push(query.alias().DetachFromDisposeScope());
        tape.Push(key.alias().DetachFromDisposeScope());
        tape.Push(value.alias().DetachFromDisposeScope());
        tape.Push(joined.DetachFromDisposeScope());
        tape.PushSize(InParts);
        return output.call(joined);
    }

    /// <summary>The backward pass of what <see cref="ForwardOfAll"/> or <see cref="ForwardWithWeights"/> left on the tape: adds to the gradient of every parameter.</summary>
    /// <param name="tape">What the forward pass left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of the output, <c>[N, T, d]</c>; null for none. The caller disposes what it passes.</param>
    /// <param name="dWeights">That of the weights, <c>[N, T, S]</c>; null for none.</param>
    /// <returns>The gradients of queries, keys and values, and of the scores, <c>[N, heads, T, S]</c>, which is that of what was added to them; the caller disposes them.</returns>
    /// <exception cref="InvalidOperationException">The forward pass was another one.</exception>
    public (Tensor Query, Tensor Key, Tensor Value, Tensor Scores) BackwardOfAll(Tape tape, Tensor? dy, Tensor? dWeights = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        using var withoutAutograd = no_grad();
        if (tape.PopSize() != InParts)
            throw new InvalidOperationException("There are no weights on the tape: the forward pass was another one.");
        var (dQuery, dKey, dValue, dScores) = BackwardInParts(tape, dy, dWeights, hasScores: true);
        return (dQuery, dKey, dValue, dScores!);
    }

    private (Tensor Query, Tensor Key, Tensor Value, Tensor? Scores) BackwardInParts(Tape tape, Tensor? dy, Tensor? dWeights, bool hasScores)
    {
        using var scope = NewDisposeScope();
        using var joined = tape.Pop();
        using var value = tape.Pop();
        using var key = tape.Pop();
        using var query = tape.Pop();
        Tensor? dFound = null;
        if (dy is not null)
        {
            ParameterGradient.AddLinear(output.weight!, output.bias, dy, joined);
            dFound = Heads(dy.matmul(output.weight!), heads);
        }
        Tensor dq, dk, dv;
        Tensor? ds = null;
        if (hasScores)
        {
            // Each head has its part of their mean.
            var dEach = dWeights?.unsqueeze(1).expand(-1, heads, -1, -1).div(heads);
            (dq, dk, dv, ds) = ScaledDotProduct.BackwardOfAll(tape, dFound, dEach, options.Scale);
        }
        else
        {
            (dq, dk, dv) = ScaledDotProduct.Backward(tape, dFound!, options.Scale);
        }
        if (rotary is not null)
            (dq, dk) = (rotary.Backward(dq), rotary.Backward(dk));
        Tensor Back(Tensor gradient, Tensor input, int projection) => ProjectBack(gradient.transpose(1, 2).flatten(2), input, projection, 1).MoveToOuterDisposeScope();
        return (Back(dq, query, 0), Back(dk, key, 1), Back(dv, value, 2), ds?.MoveToOuterDisposeScope());
    }
}
