using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>
/// Attention as products and a softmax: with dropout of the weights, and where the engine has no operator for it. Of scores s = q·kᵀ, weights a = softmax(s) and what they find, a·v:
/// ds = a·(da - Σ da·a), dq = ds·k, dk = dsᵀ·q, dv = aᵀ·dy, in each head.
/// </content>
public sealed partial class MultiheadAttention
{
    /// <summary>What queries find, their heads side by side: <c>[N, T, heads·e]</c>.</summary>
    /// <param name="tape">Where the backward pass finds what it needs; null for a prediction, which drops nothing.</param>
    /// <param name="projected">The projections of each input, <c>[N, L, sets·heads·e]</c>, which are disposed.</param>
    /// <param name="keyPadding">True where a key is padding.</param>
    /// <param name="mask">True where a query does not see a key.</param>
    private Tensor FindByProducts(Tape? tape, Tensor[] projected, Tensor? keyPadding, Tensor? mask)
    {
        var batch = projected[0].size(0);
        var packed = Split(projected);
        var (q, k, v) = Unpack(packed);
        q.mul_(Factor(q));
        var weights = Kernels.Softmax_(Scores(q, k, batch, keyPadding, mask));
        var dropped = tape is null ? null : DropoutMask.Draw(weights, options.Dropout, training);
        using var kept = DropoutMask.Apply(weights, dropped);
        using var found = kept.bmm(v);
        Release(q, k, v);
        if (tape is null)
        {
            foreach (var part in packed)
                part.Dispose();
            weights.Dispose();
        }
        else
        {
            foreach (var part in packed)
                tape.Push(part);
            tape.Push(weights);
            tape.Push(dropped);
        }
        return Join(found, batch);
    }

    /// <summary>The gradients of the projections of each input, <c>[N, L, sets·heads·e]</c>.</summary>
    private Tensor[] BackwardOfProducts(Tape tape, Tensor dJoined, int inputs)
    {
        var packed = new Tensor[inputs];
        using var dropped = tape.PopOrNull();
        using var weights = tape.Pop();
        for (var i = packed.Length - 1; i >= 0; i--)
            packed[i] = tape.Pop();
        using var dFound = Split(dJoined, 1);
        using var dHeads = dFound.select(0, 0);
        var gradients = new Tensor[inputs];
        for (var i = 0; i < inputs; i++)
            gradients[i] = empty_like(packed[i]);
        var (q, k, v) = Unpack(packed);
        var (dq, dk, dv) = Unpack(gradients);
        using (var kept = DropoutMask.Apply(weights, dropped))
        using (var transposed = kept.transpose(1, 2))
            Kernels.BatchMatMul(transposed, dHeads, dv);
        using var dScores = TimesTransposed(dHeads, v);
        DropoutMask.Apply_(dScores, dropped);
        Kernels.SoftmaxBackward_(dScores, weights);
        Kernels.BatchMatMul(dScores, k, dq);
        dq.mul_(Factor(dq));
        using (var transposed = dScores.transpose(1, 2))
            Kernels.BatchMatMul(transposed, q, dk);
        Release(q, k, v);
        Release(dq, dk, dv);
        for (var i = 0; i < inputs; i++)
        {
            packed[i].Dispose();
            using var gradient = gradients[i];
            gradients[i] = Join(gradient, dJoined.size(0));
        }
        return gradients;
    }

    private double Factor(Tensor q) => options.Scale ?? 1 / Math.Sqrt(q.size(-1));

    /// <summary>The scores, with negative infinity where a query does not see a key: <c>[N·heads, T, S]</c>.</summary>
    private Tensor Scores(Tensor q, Tensor k, long batch, Tensor? keyPadding, Tensor? mask)
    {
        var (queries, keys) = (q.size(1), k.size(1));
        using var hidden = Hidden(options.Causal ? masks.Causal(queries, q.dtype, q.device) : null, keyPadding, mask, q.dtype);
        if (hidden is null)
            return TimesTransposed(q, k);
        using var everywhere = hidden.expand(batch, heads, queries, keys);
        using var all = everywhere.clone();
        var scores = all.reshape(-1, queries, keys);
        using var transposed = k.transpose(1, 2);
        return Kernels.AddBatchMatMul_(scores, q, transposed);
    }

    /// <summary>Each input's projections, which are disposed, all heads of all examples after each other: <c>[sets, N·heads, L, e]</c>.</summary>
    private Tensor[] Split(Tensor[] projected)
    {
        var packed = new Tensor[projected.Length];
        for (var i = 0; i < packed.Length; i++)
        {
            using var part = projected[i];
            packed[i] = Split(part, Sets(i, packed.Length));
        }
        return packed;
    }

    /// <summary><c>[N, L, sets·heads·e]</c> as <c>[sets, N·heads, L, e]</c>.</summary>
    private Tensor Split(Tensor x, int sets)
    {
        var (batch, length, size) = (x.size(0), x.size(1), x.size(2) / (sets * heads));
        using var apart = x.reshape(batch, length, sets, heads, size);
        using var ordered = apart.permute(2, 0, 3, 1, 4);
        return ordered.reshape(sets, batch * heads, length, size);
    }

    /// <summary><c>[sets, N·heads, L, e]</c>, or without the first axis for one, as <c>[N, L, sets·heads·e]</c>.</summary>
    private Tensor Join(Tensor x, long batch)
    {
        var (length, size) = (x.size(-2), x.size(-1));
        using var apart = x.reshape(-1, batch, heads, length, size);
        using var ordered = apart.permute(1, 3, 0, 2, 4);
        return ordered.reshape(batch, length, -1);
    }

    /// <summary>Queries, keys and values as views, each <c>[N·heads, L, e]</c>.</summary>
    private static (Tensor, Tensor, Tensor) Unpack(Tensor[] packed) => packed.Length switch
    {
        1 => (packed[0].select(0, 0), packed[0].select(0, 1), packed[0].select(0, 2)),
        2 => (packed[0].select(0, 0), packed[1].select(0, 0), packed[1].select(0, 1)),
        _ => (packed[0].select(0, 0), packed[1].select(0, 0), packed[2].select(0, 0)),
    };

    private static void Release(Tensor a, Tensor b, Tensor c)
    {
        a.Dispose();
        b.Dispose();
        c.Dispose();
    }

    private static Tensor TimesTransposed(Tensor a, Tensor b)
    {
        using var transposed = b.transpose(1, 2);
        return a.bmm(transposed);
    }
}
