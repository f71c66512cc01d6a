using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// Self-attention and two linear layers, each with a sum and a normalization (Vaswani et al. 2017, "Attention Is All You Need"), batch first, with
/// the parameters of PyTorch's <c>nn.TransformerEncoderLayer</c> under their names.
/// </summary>
public sealed partial class TransformerEncoderLayer : nn.Module<Tensor, Tensor?, Tensor?, Tensor>
{
    private readonly TransformerOptions options;

    /// <summary>Makes it with new weights.</summary>
    /// <param name="dims">Size of the features.</param>
    /// <param name="heads">Number of heads, which divides the size.</param>
    /// <param name="options">What it has besides.</param>
    /// <param name="device">Where the weights are; default: the CPU.</param>
    /// <param name="dtype">The weights' floating-point type; default: Float32.</param>
    public TransformerEncoderLayer(long dims, long heads, TransformerOptions? options = null, Device? device = null, ScalarType? dtype = null)
        : base(nameof(TransformerEncoderLayer))
    {
        this.options = options ??= new();
        self_attn = new(dims, heads, options.SelfAttention, device, dtype);
        linear1 = nn.Linear(dims, options.FeedForward, device: device, dtype: dtype);
        linear2 = nn.Linear(options.FeedForward, dims, device: device, dtype: dtype);
        norm1 = nn.LayerNorm(dims, options.Eps, device: device, dtype: dtype);
        norm2 = nn.LayerNorm(dims, options.Eps, device: device, dtype: dtype);
        register_module(nameof(self_attn), self_attn);
        register_module(nameof(linear1), linear1);
        register_module(nameof(linear2), linear2);
        register_module(nameof(norm1), norm1);
        register_module(nameof(norm2), norm2);
    }

    /// <summary>The attention.</summary>
    public MultiheadAttention self_attn { get; }

    /// <summary>The first linear layer.</summary>
    public Linear linear1 { get; }

    /// <summary>The second linear layer.</summary>
    public Linear linear2 { get; }

    /// <summary>The normalization of the attention.</summary>
    public LayerNorm norm1 { get; }

    /// <summary>The normalization of the linear layers.</summary>
    public LayerNorm norm2 { get; }

    /// <summary>What the layer makes of a sequence.</summary>
    /// <param name="source"><c>[N, T, d]</c>.</param>
    /// <param name="keyPadding">Bool <c>[N, T]</c>: true where a position is padding; null for none.</param>
    /// <param name="mask">A mask as of <see cref="MultiheadAttention"/>; null for none.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public override Tensor forward(Tensor source, Tensor? keyPadding, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        var x = Residual.Add(source, norm1, options, training, taken => self_attn.call(taken, taken, taken, keyPadding, mask));
        return Residual.Add(x, norm2, options, training, taken => Residual.FeedForward(taken, linear1, linear2, options, training)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor source, Tensor? keyPadding = null, Tensor? mask = null) => base.call(source, keyPadding, mask);

    /// <summary>Nothing: the constructor registers every part under its name.</summary>
    protected override void RegisterComponents()
    {
    }
}
