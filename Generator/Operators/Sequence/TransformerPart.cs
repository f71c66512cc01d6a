using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>What every layer of a transformer has: attention, two linear layers and their normalizations.</summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="FeedForward">Size between the linear layers.</param>
/// <param name="Dropout">The probability of an element to be zeroed.</param>
/// <param name="Activation">A member of the public enum.</param>
/// <param name="Eps">What is added to a variance.</param>
/// <param name="NormFirst">Whether what a part takes is normalized, instead of the sum.</param>
/// <param name="Causal">Whether no position sees a later one.</param>
internal sealed record TransformerPart(Dim Heads, Dim FeedForward, Number Dropout, string Activation, Number Eps, bool NormFirst, bool Causal)
{
    private const long UsualFeedForward = 2048;
    private const double UsualDropout = 0.1;
    private const double UsualEps = 1e-5;
    private const string UsualActivation = "ReLU";

    public static TransformerPart Read(ArgumentReader arguments, Dim heads) => new(
        heads,
        arguments.Size("FeedForward", UsualFeedForward),
        arguments.Number("Dropout", UsualDropout, NumberRange.Probability),
        arguments.Member("Activation", UsualActivation),
        arguments.Number("Eps", UsualEps, NumberRange.Positive),
        arguments.Flag("NormFirst", false),
        arguments.Flag("Causal", false));

    /// <summary>What is not the default, as assignments of the module's options.</summary>
    public IEnumerable<string> Assign(Func<Dim, string> size) =>
    [
        .. FeedForward.Constant == UsualFeedForward ? [] : new[] { $"FeedForward = {size(FeedForward)}" },
        .. Dropout.Literal == UsualDropout ? [] : new[] { $"Dropout = {Dropout.Text}" },
        .. Activation == UsualActivation ? [] : new[] { $"Activation = global::NeuralDsl.Activation.{Activation}" },
        .. Eps.Literal == UsualEps ? [] : new[] { $"Eps = {Eps.Text}" },
        .. NormFirst ? new[] { "NormFirst = true" } : [],
        .. Causal ? new[] { "Causal = true" } : [],
    ];

    /// <summary>The features of the first input, which the heads divide; null after a fault.</summary>
    public Dim? Features(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasAxes("N T d") || check.Features(-1, "features", declared: null) is not { } dims)
            return null;
        return check.Require(dims, Relation.DividedBy, Heads, () => check.At(Rules.IndivisibleAxis, "heads", check.Title, Heads.Text, dims.Text, check.Path)) ? dims : null;
    }

    public IEnumerable<ParameterSpec> Parameters(Dim dims, bool isDecoder, string prefix = "")
    {
        var attention = AttentionWeights.Within(dims);
        IEnumerable<ParameterSpec> Linear(string name, Dim from, Dim to) => [new($"{prefix}{name}.weight", [to, from]), new($"{prefix}{name}.bias", [to])];
        return attention.Parameters($"{prefix}self_attn.")
            .Concat(isDecoder ? attention.Parameters($"{prefix}multihead_attn.") : [])
            .Concat(Linear("linear1", dims, FeedForward))
            .Concat(Linear("linear2", FeedForward, dims))
            .Concat(Enumerable.Range(1, isDecoder ? 3 : 2).SelectMany(i => Norm($"{prefix}norm{i}", dims)));
    }

    /// <summary>Those of layers in a row; where their number is a hyper-parameter, of all together, their number in front.</summary>
    public IEnumerable<ParameterSpec> Parameters(Dim dims, bool isDecoder, Dim layers, bool finalNorm, string prefix = "")
    {
        var rows = layers.Constant is { } count
            ? Enumerable.Range(0, (int)count).SelectMany(i => Parameters(dims, isDecoder, $"{prefix}layers.{i}."))
            : Parameters(dims, isDecoder, $"{prefix}layers.{ParameterCount.AnyIndex}.").Select(weight => weight with { Shape = [layers, .. weight.Shape] });
        return finalNorm ? rows.Concat(Norm($"{prefix}norm", dims)) : rows;
    }

    /// <summary>The multiply-accumulates of a layer; <paramref name="memory"/> is the length of a decoder's memory.</summary>
    public Dim MultiplyAccumulates(Dim batch, Dim length, Dim dims, Dim? memory)
    {
        var attention = AttentionWeights.Within(dims);
        var linear = 2 * batch * length * dims * FeedForward;
        var within = attention.MultiplyAccumulates(batch, length, length) + linear;
        return memory is null ? within : within + attention.MultiplyAccumulates(batch, length, memory);
    }

    /// <summary>The elements of what a layer makes: its attentions, what is between the linear layers, and the sum and the norm of each part.</summary>
    public Dim Activations(Dim batch, Dim length, Dim dims, Dim? memory)
    {
        var attention = AttentionWeights.Within(dims);
        // Dropout makes one more of each.
        var dropped = Dropout.Literal == 0 ? 0 : 1;
        Dim Part(Dim made) => made + (batch * length * dims * (2 + dropped));
        var linear = batch * length * ((FeedForward * (2 + dropped)) + dims);
        var within = Part(attention.Activations(batch, length, length, Heads)) + Part(linear);
        return memory is null ? within : within + Part(attention.Activations(batch, length, memory, Heads));
    }

    private static IEnumerable<ParameterSpec> Norm(string name, Dim dims) => [new($"{name}.weight", [dims]), new($"{name}.bias", [dims])];
}
