using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// Attention in several heads, batch first (Vaswani et al. 2017, "Attention Is All You Need", section 3.2), with the parameters of PyTorch's
/// <c>nn.MultiheadAttention</c> under their names and with their beginnings. TorchSharp's own has the batch second and no device.
/// </summary>
public sealed partial class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor>
{
    private readonly long heads;
    private readonly AttentionOptions options;
    private readonly RotaryEmbedding? rotary;
    private readonly Linear output;
    private readonly Linear[] projections = [];

    /// <summary>Makes it with new weights.</summary>
    /// <param name="dims">Size of the queries' features and of the output's.</param>
    /// <param name="heads">Number of heads, which divides the width.</param>
    /// <param name="options">What it has besides.</param>
    /// <param name="device">Where the weights are; default: the CPU.</param>
    /// <param name="dtype">The weights' floating-point type; default: Float32.</param>
    /// <exception cref="ArgumentException">The numbers do not fit each other.</exception>
    public MultiheadAttention(long dims, long heads, AttentionOptions? options = null, Device? device = null, ScalarType? dtype = null)
        : base(nameof(MultiheadAttention))
    {
        this.heads = heads;
        this.options = options ??= new();
        var width = options.Width ?? dims;
        var keyValueHeads = options.KeyValueHeads ?? heads;
        if (heads < 1 || keyValueHeads < 1 || width % heads != 0 || heads % keyValueHeads != 0)
            throw new ArgumentException($"A width of {width} is not divided by {heads} heads, or these not by {keyValueHeads} heads of keys and values.");
        var (keyDims, valueDims, narrow) = (options.KeyDims ?? dims, options.ValueDims ?? dims, width / heads * keyValueHeads);
        if (options.Projections is { } names)
        {
            if (names.Length != 4)
                throw new ArgumentException($"Four projections have names: of queries, keys, values and the output, not {names.Length}.");
            (long From, long To)[] sizes = [(dims, width), (keyDims, narrow), (valueDims, narrow), (width, dims)];
            Linear[] made = [.. sizes.Select(size => nn.Linear(size.From, size.To, options.Bias, device, dtype))];
            (projections, output) = (made[..3], made[3]);
            for (var i = 0; i < made.Length; i++)
                register_module(names[i], made[i]);
        }
        else
        {
            if (keyValueHeads != heads)
                throw new ArgumentException("Grouped queries need projections of their own.");
            // As PyTorch draws them: in projections together where they are of one size.
            if (options.KeyDims is null && options.ValueDims is null)
            {
                Register("in_proj_weight", 3 * width, dims);
            }
            else
            {
                Register("q_proj_weight", width, dims);
                Register("k_proj_weight", width, keyDims);
                Register("v_proj_weight", width, valueDims);
            }
            if (options.Bias)
                register_parameter("in_proj_bias", new(zeros([3 * width], dtype: dtype, device: device)));
            output = nn.Linear(width, dims, options.Bias, device, dtype);
            register_module("out_proj", output);
            if (options.Bias)
                nn.init.zeros_(output.bias!);
        }
        rotary = options.RotaryBase is { } frequencyBase ? new(frequencyBase) : null;

        void Register(string name, long rows, long columns) =>
            register_parameter(name, new(nn.init.xavier_uniform_(empty([rows, columns], dtype: dtype, device: device))));
    }

    /// <summary>The projections of queries, keys and values in one, <c>[3·width, d]</c>; null where they are apart.</summary>
    public Parameter? in_proj_weight
    {
        get => get_parameter(nameof(in_proj_weight));
        private set
        {
            in_proj_weight?.Dispose();
            ConditionallyRegisterParameter(nameof(in_proj_weight), value);
        }
    }

    /// <summary>The biases of the three, <c>[3·width]</c>; null where there are none, or the projections have names.</summary>
    public Parameter? in_proj_bias
    {
        get => get_parameter(nameof(in_proj_bias));
        private set
        {
            in_proj_bias?.Dispose();
            ConditionallyRegisterParameter(nameof(in_proj_bias), value);
        }
    }

    /// <summary>The projection of what the heads make.</summary>
    public Linear out_proj => output;

    /// <summary>What each query finds in the values.</summary>
    /// <param name="query"><c>[N, T, d]</c>.</param>
    /// <param name="key"><c>[N, S, keyDims]</c>.</param>
    /// <param name="value"><c>[N, S, valueDims]</c>.</param>
    /// <param name="keyPadding">Bool <c>[N, S]</c>: true where a key is padding, which no query sees; null for none.</param>
    /// <param name="mask">
    /// <c>[T, S]</c>, <c>[N, T, S]</c> or <c>[N, heads, T, S]</c>: true where a query does not see a key, as PyTorch's <c>attn_mask</c>, or a number
    /// that is added to the score; null for none.
    /// </param>
    /// <param name="bias">What is added to the scores besides, in the same layouts; null for none.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public override Tensor forward(Tensor query, Tensor key, Tensor value, Tensor? keyPadding, Tensor? mask, Tensor? bias) =>
        Attend(query, key, value, keyPadding, mask, bias, Dropout);

    private Tensor Attend(Tensor query, Tensor key, Tensor value, Tensor? keyPadding, Tensor? mask, Tensor? bias, double dropout)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = Project(query, key, value);
        var attended = ScaledDotProduct.Attend(q, k, v, Visible(keyPadding, mask), ByHead(bias), options.Causal, options.Scale, dropout);
        return Joined(attended).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor query, Tensor key, Tensor value, Tensor? keyPadding = null, Tensor? mask = null, Tensor? bias = null) =>
        base.call(query, key, value, keyPadding, mask, bias);

    /// <summary>What each query finds in the values, and where: the mean weights of the heads.</summary>
    /// <inheritdoc cref="forward"/>
    /// <returns>The output <c>[N, T, d]</c> and the weights <c>[N, T, S]</c>; the caller disposes them.</returns>
    public (Tensor Output, Tensor Weights) CallWithWeights(
        Tensor query, Tensor key, Tensor value, Tensor? keyPadding = null, Tensor? mask = null, Tensor? bias = null)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = Project(query, key, value);
        var (attended, weights) = ScaledDotProduct.AttendWithWeights(q, k, v, Visible(keyPadding, mask), ByHead(bias), options.Causal, options.Scale, Dropout);
        return (Joined(attended).MoveToOuterDisposeScope(), weights.mean([1]).MoveToOuterDisposeScope());
    }

    /// <summary>Nothing: the constructor registers every part under its name.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rotary?.Dispose();
            masks.Dispose();
        }
        base.Dispose(disposing);
    }

    private double Dropout => training ? options.Dropout : 0;

    private (Tensor Query, Tensor Key, Tensor Value) Project(Tensor query, Tensor key, Tensor value)
    {
        Tensor[] projected;
        if (projections.Length > 0)
        {
            projected = [projections[0].call(query), projections[1].call(key), projections[2].call(value)];
        }
        else if (in_proj_weight is { } weight && ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            projected = nn.functional.linear(query, weight, in_proj_bias!).chunk(3, -1);
        }
        else
        {
            var weights = in_proj_weight?.chunk(3) ?? [get_parameter("q_proj_weight")!, get_parameter("k_proj_weight")!, get_parameter("v_proj_weight")!];
            var biases = in_proj_bias?.chunk(3) ?? [null!, null!, null!];
            projected = [nn.functional.linear(query, weights[0], biases[0]), nn.functional.linear(key, weights[1], biases[1]), nn.functional.linear(value, weights[2], biases[2])];
        }
        var (q, k, v) = (Heads(projected[0], heads), Heads(projected[1], KeyValueHeads), Heads(projected[2], KeyValueHeads));
        return rotary is null ? (q, k, v) : (rotary.call(q), rotary.call(k), v);
    }

    private long KeyValueHeads => options.KeyValueHeads ?? heads;

    /// <summary><c>[N, T, heads·e]</c> as <c>[N, heads, T, e]</c>.</summary>
    private static Tensor Heads(Tensor x, long heads) => x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);

    /// <summary><c>[N, heads, T, e]</c> through the projection of the output.</summary>
    private Tensor Joined(Tensor x) => output.call(x.transpose(1, 2).flatten(2));

    /// <summary>Masks as the engine reads them: true where a query sees a key, or numbers.</summary>
    private static Tensor? Visible(Tensor? keyPadding, Tensor? mask)
    {
        var byHead = ByHead(mask);
        var seen = byHead?.dtype == ScalarType.Bool ? byHead.logical_not() : byHead;
        if (keyPadding is null)
            return seen;
        var kept = keyPadding.logical_not().unsqueeze(1).unsqueeze(2);
        return seen is null ? kept
            : seen.dtype == ScalarType.Bool ? seen.logical_and(kept)
            : seen.masked_fill(kept.logical_not(), double.NegativeInfinity);
    }

    /// <summary>With an axis for the heads: of <c>[N, T, S]</c>, one of size 1; what has no batch has neither.</summary>
    private static Tensor? ByHead(Tensor? mask) => mask?.dim() == 3 ? mask.unsqueeze(1) : mask;
}
