using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>Transformer layers in a row, with the parameters of PyTorch's <c>nn.TransformerEncoder</c> under their names.</summary>
public sealed partial class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>
{
    /// <summary>Makes it with new weights; unlike PyTorch's, every layer draws its own.</summary>
    /// <param name="dims">Size of the features.</param>
    /// <param name="heads">Number of heads, which divides the size.</param>
    /// <param name="layers">Number of layers, at least 1.</param>
    /// <param name="options">What each layer has besides.</param>
    /// <param name="finalNorm">Whether what the last layer makes is normalized.</param>
    /// <param name="device">Where the weights are; default: the CPU.</param>
    /// <param name="dtype">The weights' floating-point type; default: Float32.</param>
    public TransformerEncoder(
        long dims, long heads, long layers, TransformerOptions? options = null, bool finalNorm = false, Device? device = null, ScalarType? dtype = null)
        : base(nameof(TransformerEncoder))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        this.layers = new();
        for (var i = 0; i < layers; i++)
            this.layers.Add(new(dims, heads, options, device, dtype));
        register_module(nameof(layers), this.layers);
        if (!finalNorm)
            return;
        norm = nn.LayerNorm(dims, (options ?? new()).Eps, device: device, dtype: dtype);
        register_module(nameof(norm), norm);
    }

    /// <summary>The layers.</summary>
    public ModuleList<TransformerEncoderLayer> layers { get; }

    /// <summary>The last normalization; null for none.</summary>
    public LayerNorm? norm { get; }

    /// <summary>What the layers make of a sequence.</summary>
    /// <inheritdoc cref="TransformerEncoderLayer.forward"/>
    public override Tensor forward(Tensor source, Tensor? keyPadding, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        var x = source;
        foreach (var layer in layers)
            x = layer.call(x, keyPadding, mask);
        return (norm is null ? x : norm.call(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor source, Tensor? keyPadding = null, Tensor? mask = null) => base.call(source, keyPadding, mask);

    /// <summary>Nothing: the constructor registers every part under its name.</summary>
    protected override void RegisterComponents()
    {
    }
}
