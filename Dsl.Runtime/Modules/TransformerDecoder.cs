using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>Transformer layers with a memory in a row, with the parameters of PyTorch's <c>nn.TransformerDecoder</c> under their names.</summary>
public sealed partial class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
{
    /// <summary>Makes it with new weights; unlike PyTorch's, every layer draws its own.</summary>
    /// <param name="dims">Size of the features, also of the memory's.</param>
    /// <param name="heads">Number of heads, which divides the size.</param>
    /// <param name="layers">Number of layers, at least 1.</param>
    /// <param name="options">What each layer has besides.</param>
    /// <param name="finalNorm">Whether what the last layer makes is normalized.</param>
    /// <param name="device">Where the weights are; default: the CPU.</param>
    /// <param name="dtype">The weights' floating-point type; default: Float32.</param>
    public TransformerDecoder(
        long dims, long heads, long layers, TransformerOptions? options = null, bool finalNorm = false, Device? device = null, ScalarType? dtype = null)
        : base(nameof(TransformerDecoder))
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
    public ModuleList<TransformerDecoderLayer> layers { get; }

    /// <summary>The last normalization; null for none.</summary>
    public LayerNorm? norm { get; }

    /// <summary>What the layers make of a sequence and a memory.</summary>
    /// <inheritdoc cref="TransformerDecoderLayer.forward"/>
    public override Tensor forward(Tensor target, Tensor memory, Tensor? keyPadding, Tensor? mask, Tensor? memoryKeyPadding, Tensor? memoryMask)
    {
        using var scope = NewDisposeScope();
        var x = target;
        foreach (var layer in layers)
            x = layer.call(x, memory, keyPadding, mask, memoryKeyPadding, memoryMask);
        return (norm is null ? x : norm.call(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward"/>
    public new Tensor call(
        Tensor target, Tensor memory, Tensor? keyPadding = null, Tensor? mask = null, Tensor? memoryKeyPadding = null, Tensor? memoryMask = null) =>
        base.call(target, memory, keyPadding, mask, memoryKeyPadding, memoryMask);

    /// <summary>Nothing: the constructor registers every part under its name.</summary>
    protected override void RegisterComponents()
    {
    }
}
