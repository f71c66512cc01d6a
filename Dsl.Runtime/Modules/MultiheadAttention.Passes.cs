using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step without autograd: projections around an attention that is one operator, or products where the engine has none.</content>
public sealed partial class MultiheadAttention
{
    private readonly AdditiveMask masks = new();

    /// <summary>The forward pass of a training step, without autograd: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="query"><c>[N, T, d]</c>.</param>
    /// <param name="key"><c>[N, S, keyDims]</c>.</param>
    /// <param name="value"><c>[N, S, valueDims]</c>.</param>
    /// <param name="keyPadding">Bool <c>[N, S]</c>: true where a key is padding, which no query sees; null for none.</param>
    /// <param name="mask">A mask of truth values as of <see cref="forward"/>; null for none.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public Tensor Forward(Tape tape, Tensor query, Tensor key, Tensor value, Tensor? keyPadding = null, Tensor? mask = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        using var withoutAutograd = no_grad();
        if (rotary is not null || KeyValueHeads != heads)
            return ForwardInParts(tape, query, key, value, keyPadding, mask);
        var inputs = Inputs(query, key, value);
        var projected = Project(inputs);
        var isFused = FusedAttention.Serves(projected[0], projected[^1], Dropout);
        var joined = isFused ? FindFused(tape, projected, keyPadding, mask) : FindByProducts(tape, projected, keyPadding, mask);
        foreach (var input in inputs)
            tape.Push(input.alias());
        tape.Push(joined);
        tape.PushSize(isFused ? 1 : 0);
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
            var (dQuery, dKey, dValue, _) = BackwardInParts(tape, dy, null, hasScores: false);
            return [dQuery, dKey, dValue];
        }
        var isFused = tape.PopSize() != 0;
        using var joined = tape.Pop();
        var inputs = new Tensor[count];
        for (var i = inputs.Length - 1; i >= 0; i--)
            inputs[i] = tape.Pop();
        ParameterGradient.AddLinear(output.weight!, output.bias, dy, joined);
        using var dJoined = dy.matmul(output.weight!);
        var gradients = isFused ? BackwardFused(tape, dJoined, inputs.Length) : BackwardOfProducts(tape, dJoined, inputs.Length);
        for (var i = 0; i < inputs.Length; i++)
        {
            using var input = inputs[i];
            using var gradient = gradients[i];
            gradients[i] = ProjectBack(gradient, input, i, Sets(i, inputs.Length));
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

    /// <summary>The projections of each input.</summary>
    private Tensor[] Project(Tensor[] inputs)
    {
        var projected = new Tensor[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            projected[i] = Project(inputs[i], i, Sets(i, inputs.Length));
        return projected;
    }

    /// <summary>An input's projections, <c>[N, L, sets·heads·e]</c>.</summary>
    private Tensor Project(Tensor x, int first, int sets)
    {
        var (weight, bias) = Weights(first, sets);
        using (weight)
        using (bias)
            return nn.functional.linear(x, weight, bias!);
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

    /// <summary>What is added to the scores to hide keys, which broadcasts to <c>[N, heads, T, S]</c> and the caller disposes; null for nothing.</summary>
    /// <param name="later">What hides later keys, which is disposed; null where nothing does, or somebody else.</param>
    /// <param name="keyPadding">True where a key is padding.</param>
    /// <param name="mask">True where a query does not see a key.</param>
    /// <param name="dtype">That of the scores.</param>
    private static Tensor? Hidden(Tensor? later, Tensor? keyPadding, Tensor? mask, ScalarType dtype)
    {
        var hidden = later;
        if (mask is not null)
        {
            using var byHead = mask.dim() == 3 ? mask.unsqueeze(1) : mask.alias();
            hidden = Both(hidden, AdditiveMask.Of(byHead, dtype));
        }
        if (keyPadding is not null)
        {
            using var byQuery = keyPadding.reshape(keyPadding.size(0), 1, 1, keyPadding.size(1));
            hidden = Both(hidden, AdditiveMask.Of(byQuery, dtype));
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
}
