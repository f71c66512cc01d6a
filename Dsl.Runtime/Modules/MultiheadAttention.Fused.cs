using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>Attention as one operator of the engine, on views of the projections.</content>
public sealed partial class MultiheadAttention
{
    /// <summary>What queries find, their heads side by side: <c>[N, T, heads·e]</c>.</summary>
    /// <param name="tape">Where the backward pass finds what it needs; null for a prediction.</param>
    /// <param name="projected">The projections of each input, <c>[N, L, sets·heads·e]</c>, which are disposed.</param>
    /// <param name="keyPadding">True where a key is padding.</param>
    /// <param name="mask">True where a query does not see a key.</param>
    private Tensor FindFused(Tape? tape, Tensor[] projected, Tensor? keyPadding, Tensor? mask)
    {
        var (q, k, v) = (Heads(projected, 0), Heads(projected, 1), Heads(projected, 2));
        foreach (var part in projected)
            part.Dispose();
        var hidden = Hidden(null, keyPadding, mask, q.dtype);
        var found = tape is null
            ? FusedAttention.Attend(q, k, v, hidden, options.Causal, options.Scale)
            : FusedAttention.Forward(tape, q, k, v, hidden, options.Causal, options.Scale);
        if (tape is null)
        {
            hidden?.Dispose();
            Release(q, k, v);
        }
        using (found)
            return SideBySide(found);
    }

    /// <summary>The gradients of the projections of each input, <c>[N, L, sets·heads·e]</c>.</summary>
    private Tensor[] BackwardFused(Tape tape, Tensor dJoined, int inputs)
    {
        using var apart = dJoined.view(dJoined.size(0), dJoined.size(1), heads, -1);
        using var dFound = apart.transpose(1, 2);
        var (dq, dk, dv) = FusedAttention.Backward(tape, dFound, options.Scale);
        Tensor[] all = [SideBySide(dq), SideBySide(dk), SideBySide(dv)];
        Release(dq, dk, dv);
        if (inputs == all.Length)
            return all;
        // What is projected together, the last ones, has one gradient.
        var together = cat(all[(inputs - 1)..], -1);
        foreach (var part in all.AsSpan(inputs - 1))
            part.Dispose();
        return [.. all[..(inputs - 1)], together];
    }

    /// <summary>The queries, keys or values as a view of what was projected together with others: <c>[N, heads, L, e]</c>.</summary>
    private Tensor Heads(Tensor[] projected, int set)
    {
        var of = Math.Min(set, projected.Length - 1);
        var x = projected[of];
        using var apart = x.view(x.size(0), x.size(1), heads * Sets(of, projected.Length), -1);
        using var ordered = apart.transpose(1, 2);
        return ordered.narrow(1, (set - of) * heads, heads);
    }

    /// <summary><c>[N, heads, L, e]</c> as <c>[N, L, heads·e]</c>.</summary>
    private static Tensor SideBySide(Tensor x)
    {
        using var ordered = x.transpose(1, 2);
        return ordered.flatten(2);
    }
}
