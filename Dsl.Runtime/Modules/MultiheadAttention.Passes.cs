using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>
/// The passes of a training step without autograd. Of scores s = q·kᵀ, weights a = softmax(s) and what they find, a·v: ds = a·(da - Σ da·a), dq = ds·k, dk = dsᵀ·q, dv = aᵀ·dy,
/// in each head.
/// </content>
public sealed partial class MultiheadAttention
{
    private readonly AdditiveMask masks = new();

    /// <summary>The forward pass of a training step, without autograd: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="query"><c>[N, T, d]</c>.</param>
    /// <param name="key"><c>[N, S, keyDims]</c>.</param>
    /// <param name="value"><c>[N, S, valueDims]</c>.</param>
    /// <param name="keyPadding">Bool <c>[N, S]</c>: true where a key is padding, which no query sees; null for none.</param>
    /// <param name="mask">As of <see cref="forward"/>.</param>
    /// <param name="bias">As of <see cref="forward"/>.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public Tensor Forward(Tape tape, Tensor query, Tensor key, Tensor value, Tensor? keyPadding = null, Tensor? mask = null, Tensor? bias = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(query);
        if (rotary is not null || KeyValueHeads != heads || bias is not null || (mask is not null && mask.dtype != ScalarType.Bool))
        {
            var (made, seen) = ForwardWithWeights(tape, query, key, value, keyPadding, mask, bias);
            seen.Dispose();
            return made;
        }
        using var withoutAutograd = no_grad();
        var inputs = Inputs(query, key, value);
        var packed = new Tensor[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            packed[i] = Project(inputs[i], i, Sets(i, inputs.Length));
        var (q, k, v) = Unpack(packed);
        q.mul_(Factor(q));
        var weights = Kernels.Softmax_(Scores(q, k, query.size(0), keyPadding, mask));
        var dropped = DropoutMask.Draw(weights, options.Dropout, training);
        using var kept = DropoutMask.Apply(weights, dropped);
        using var found = kept.bmm(v);
        Release(q, k, v);
        var joined = Join(found, query.size(0));
        foreach (var input in inputs)
            tape.Push(input.alias());
        foreach (var part in packed)
            tape.Push(part);
        tape.Push(weights);
        tape.Push(dropped);
        tape.Push(joined);
        tape.PushSize(inputs.Length);
        return output.call(joined);
    }

    /// <summary>The backward pass of what <see cref="Forward"/> left on the tape, where queries, keys and values were one tensor: adds to the gradient of every parameter.</summary>
    /// <param name="tape">What <see cref="Forward"/> left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of the output, <c>[N, T, d]</c>, which the caller disposes.</param>
    /// <returns>The gradient of that tensor; the caller disposes it.</returns>
    public Tensor Backward(Tape tape, Tensor dy)
    {
        var gradients = BackwardOf(tape, dy);
        return gradients.Length == 1 ? gradients[0] : Sum(gradients[0], Sum(gradients[1], gradients[2]));
    }

    /// <summary>The same where keys and values were one tensor, the memory, and queries another.</summary>
    /// <inheritdoc cref="Backward"/>
    /// <returns>The gradients of both; the caller disposes them.</returns>
    public (Tensor Query, Tensor Memory) BackwardAcross(Tape tape, Tensor dy)
    {
        var gradients = BackwardOf(tape, dy);
        return (gradients[0], gradients.Length == 2 ? gradients[1] : Sum(gradients[1], gradients[2]));
    }

    /// <summary>The same where queries, keys and values were three tensors.</summary>
    /// <inheritdoc cref="Backward"/>
    /// <returns>The gradients of all; the caller disposes them.</returns>
    public (Tensor Query, Tensor Key, Tensor Value) BackwardApart(Tape tape, Tensor dy)
    {
        var gradients = BackwardOf(tape, dy);
        return (gradients[0], gradients[1], gradients[2]);
    }

    /// <summary>The gradients of what was projected each by a product of its own.</summary>
    private Tensor[] BackwardOf(Tape tape, Tensor dy)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(dy);
        using var withoutAutograd = no_grad();
        var count = tape.PopSize();
        if (count == InParts)
        {
            var (dQuery, dKey, dValue, dAll) = BackwardInParts(tape, dy, null);
            dAll.Dispose();
            return [dQuery, dKey, dValue];
        }
        var packed = new Tensor[count];
        var inputs = new Tensor[packed.Length];
        using var joined = tape.Pop();
        using var dropped = tape.PopOrNull();
        using var weights = tape.Pop();
        for (var i = packed.Length - 1; i >= 0; i--)
            packed[i] = tape.Pop();
        for (var i = packed.Length - 1; i >= 0; i--)
            inputs[i] = tape.Pop();

        ParameterGradient.AddLinear(output.weight!, output.bias, dy, joined);
        using var dJoined = dy.matmul(output.weight!);
        using var dFound = Split(dJoined, 1);
        using var dHeads = dFound.select(0, 0);
        var gradients = new Tensor[packed.Length];
        for (var i = 0; i < packed.Length; i++)
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

        for (var i = 0; i < packed.Length; i++)
        {
            using var gradient = Join(gradients[i], dy.size(0));
            gradients[i].Dispose();
            packed[i].Dispose();
            gradients[i] = ProjectBack(gradient, inputs[i], i, Sets(i, packed.Length));
            inputs[i].Dispose();
        }
        return gradients;
    }

    private static Tensor Sum(Tensor a, Tensor b)
    {
        using (b)
            return a.add_(b);
    }

    /// <summary>Whether anything in it is to be trained.</summary>
    public bool IsTrained => ParameterSelection.AnyTrained(this);

    /// <summary>What is projected: what is one tensor, by one product.</summary>
    private Tensor[] Inputs(Tensor query, Tensor key, Tensor value) =>
        projections.Length > 0 || !ReferenceEquals(key, value) || in_proj_weight is null ? [query, key, value] : ReferenceEquals(query, key) ? [query] : [query, key];

    /// <summary>How many of queries, keys and values are made of an input.</summary>
    private static int Sets(int input, int inputs) => input < inputs - 1 ? 1 : 4 - inputs;

    private double Factor(Tensor q) => options.Scale ?? 1 / Math.Sqrt(q.size(-1));

    /// <summary>An input's projections, all heads of all examples after each other: <c>[sets, N·heads, L, e]</c>.</summary>
    private Tensor Project(Tensor x, int first, int sets)
    {
        var (weight, bias) = Weights(first, sets);
        using (weight)
        using (bias)
        using (var projected = nn.functional.linear(x, weight, bias!))
            return Split(projected, sets);
    }

    /// <summary>Adds to the gradients of an input's projections, and gives the input's.</summary>
    private Tensor ProjectBack(Tensor gradient, Tensor x, int first, int sets)
    {
        var (parameter, at) = WeightOf(first);
        ParameterGradient.AddLinearRows(parameter, at, BiasOf(first), projections.Length > 0 ? 0 : first * gradient.size(-1) / sets, gradient, x);
        var (weight, bias) = Weights(first, sets);
        using (weight)
        using (bias)
            return gradient.matmul(weight);
    }

    /// <summary>The rows of the weight and of the bias that belong to some of queries, keys and values, which the caller disposes.</summary>
    private (Tensor Weight, Tensor? Bias) Weights(int first, int sets)
    {
        var (weight, at) = WeightOf(first);
        var bias = BiasOf(first);
        if (projections.Length > 0)
            return (weight.alias(), bias?.alias());
        var width = output.weight!.size(1);
        return (weight.narrow(0, at, sets * width), bias?.narrow(0, first * width, sets * width));
    }

    /// <summary>The parameter that has a projection's weight, and the first of its rows.</summary>
    private (Tensor Weight, long First) WeightOf(int projection) => projections.Length > 0 ? (projections[projection].weight!, 0)
        : in_proj_weight is { } packed ? (packed, projection * output.weight!.size(1))
        : (get_parameter(projection switch { 0 => "q_proj_weight", 1 => "k_proj_weight", _ => "v_proj_weight" })!, 0);

    private Tensor? BiasOf(int projection) => projections.Length > 0 ? projections[projection].bias : in_proj_bias;

    /// <summary>The scores, with negative infinity where a query does not see a key: <c>[N·heads, T, S]</c>.</summary>
    private Tensor Scores(Tensor q, Tensor k, long batch, Tensor? keyPadding, Tensor? mask)
    {
        var (queries, keys) = (q.size(1), k.size(1));
        using var hidden = Hidden(queries, keyPadding, mask, q);
        if (hidden is null)
            return TimesTransposed(q, k);
        using var everywhere = hidden.expand(batch, heads, queries, keys);
        using var all = everywhere.clone();
        var scores = all.reshape(-1, queries, keys);
        using var transposed = k.transpose(1, 2);
        return Kernels.AddBatchMatMul_(scores, q, transposed);
    }

    /// <summary>What is added to the scores to hide keys, which broadcasts to <c>[N, heads, T, S]</c> and the caller disposes; null for nothing.</summary>
    private Tensor? Hidden(long queries, Tensor? keyPadding, Tensor? mask, Tensor q)
    {
        var hidden = options.Causal ? masks.Causal(queries, q.dtype, q.device) : null;
        if (mask is not null)
        {
            using var byHead = mask.dim() == 3 ? mask.unsqueeze(1) : mask.alias();
            hidden = Both(hidden, AdditiveMask.Of(byHead, q.dtype));
        }
        if (keyPadding is not null)
        {
            using var byQuery = keyPadding.reshape(keyPadding.size(0), 1, 1, keyPadding.size(1));
            hidden = Both(hidden, AdditiveMask.Of(byQuery, q.dtype));
        }
        return hidden;

        static Tensor Both(Tensor? one, Tensor other)
        {
            if (one is null)
                return other;
            using (one)
            using (other)
                return one + other;
        }
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
