using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>The projections of an attention: their sizes, names and costs.</summary>
/// <param name="Dims">Size of the queries' features and of the output's.</param>
/// <param name="KeyDims">Size of the keys' features.</param>
/// <param name="ValueDims">Size of the values' features.</param>
/// <param name="Width">Size of all heads of queries together.</param>
/// <param name="Narrow">Size of all heads of keys or values together.</param>
/// <param name="Bias">Whether they have biases.</param>
/// <param name="Names">The names of four linear layers; none for PyTorch's parameters.</param>
internal sealed record AttentionWeights(Dim Dims, Dim KeyDims, Dim ValueDims, Dim Width, Dim Narrow, bool Bias, IReadOnlyList<string> Names)
{
    /// <summary>Those of PyTorch's attention within one sequence.</summary>
    public static AttentionWeights Within(Dim dims) => new(dims, dims, dims, dims, dims, true, []);

    /// <summary>Whether queries, keys and values have as many features, so that PyTorch projects them by one parameter.</summary>
    public bool HaveOneSize => KeyDims.Equals(Dims) && ValueDims.Equals(Dims);

    public IEnumerable<ParameterSpec> Parameters(string prefix = "")
    {
        if (Names.Count > 0)
        {
            (Dim From, Dim To)[] sizes = [(Dims, Width), (KeyDims, Narrow), (ValueDims, Narrow), (Width, Dims)];
            return sizes.SelectMany((size, i) => Linear($"{prefix}{Names[i]}.", size.From, size.To));
        }
        IEnumerable<ParameterSpec> weights = HaveOneSize
            ? [new($"{prefix}in_proj_weight", [3 * Width, Dims])]
            : [new($"{prefix}q_proj_weight", [Width, Dims]), new($"{prefix}k_proj_weight", [Width, KeyDims]), new($"{prefix}v_proj_weight", [Width, ValueDims])];
        return weights
            .Concat(Bias ? [new($"{prefix}in_proj_bias", [3 * Width])] : [])
            .Concat(Linear($"{prefix}out_proj.", Width, Dims));
    }

    /// <summary>The multiply-accumulates of the projections and of both products.</summary>
    public Dim MultiplyAccumulates(Dim batch, Dim queries, Dim keys) =>
        batch * ((2 * queries * Dims * Width) + (keys * (KeyDims + ValueDims) * Narrow) + (2 * queries * keys * Width));

    /// <summary>The elements of what is projected, of the weights of all heads, of what they find, and of the output.</summary>
    public Dim Activations(Dim batch, Dim queries, Dim keys, Dim heads) =>
        batch * ((queries * ((2 * Width) + Dims)) + (2 * keys * Narrow) + (heads * queries * keys));

    private IEnumerable<ParameterSpec> Linear(string prefix, Dim from, Dim to)
    {
        yield return new($"{prefix}weight", [to, from]);
        if (Bias)
            yield return new($"{prefix}bias", [to]);
    }
}
