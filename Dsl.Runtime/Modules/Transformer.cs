using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// An encoder and a decoder (Vaswani et al. 2017, "Attention Is All You Need"), batch first, with the parameters of PyTorch's
/// <c>nn.Transformer</c> under their names and with their beginnings.
/// </summary>
public sealed partial class Transformer : nn.Module<Tensor, Tensor, Tensor>
{
    /// <summary>Makes it with new weights.</summary>
    /// <param name="dims">Size of the features.</param>
    /// <param name="heads">Number of heads, which divides the size.</param>
    /// <param name="encoderLayers">Number of the encoder's layers, at least 1.</param>
    /// <param name="decoderLayers">Number of the decoder's layers, at least 1.</param>
    /// <param name="options">What each layer has besides; causal is the decoder alone.</param>
    /// <param name="device">Where the weights are; default: the CPU.</param>
    /// <param name="dtype">The weights' floating-point type; default: Float32.</param>
    public Transformer(
        long dims, long heads = 8, long encoderLayers = 6, long decoderLayers = 6, TransformerOptions? options = null, Device? device = null, ScalarType? dtype = null)
        : base(nameof(Transformer))
    {
        options ??= new();
        encoder = new(dims, heads, encoderLayers, options with { Causal = false }, finalNorm: true, device, dtype);
        decoder = new(dims, heads, decoderLayers, options, finalNorm: true, device, dtype);
        register_module(nameof(encoder), encoder);
        register_module(nameof(decoder), decoder);
        foreach (var parameter in parameters())
        {
            if (parameter.dim() > 1)
                nn.init.xavier_uniform_(parameter);
        }
    }

    /// <summary>What reads the source.</summary>
    public TransformerEncoder encoder { get; }

    /// <summary>What writes the target.</summary>
    public TransformerDecoder decoder { get; }

    /// <summary>What the decoder makes of a target and of what the encoder makes of a source.</summary>
    /// <param name="source"><c>[N, S, d]</c>.</param>
    /// <param name="target"><c>[N, T, d]</c>.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public override Tensor forward(Tensor source, Tensor target)
    {
        using var memory = encoder.call(source);
        return decoder.call(target, memory);
    }

    /// <summary>The same with masks, each as of <see cref="MultiheadAttention"/>.</summary>
    /// <param name="source"><c>[N, S, d]</c>.</param>
    /// <param name="target"><c>[N, T, d]</c>.</param>
    /// <param name="sourceKeyPadding">Bool <c>[N, S]</c>: true where the source is padding, for the encoder; null for none.</param>
    /// <param name="sourceMask">A mask of the source; null for none.</param>
    /// <param name="targetKeyPadding">Bool <c>[N, T]</c>: true where the target is padding; null for none.</param>
    /// <param name="targetMask">A mask of the target; null for none.</param>
    /// <param name="memoryKeyPadding">Bool <c>[N, S]</c>: true where the source is padding, for the decoder; null for none.</param>
    /// <param name="memoryMask">A mask of what the decoder sees of the encoder; null for none.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public Tensor call(
        Tensor source, Tensor target, Tensor? sourceKeyPadding = null, Tensor? sourceMask = null, Tensor? targetKeyPadding = null, Tensor? targetMask = null,
        Tensor? memoryKeyPadding = null, Tensor? memoryMask = null)
    {
        if ((sourceKeyPadding ?? sourceMask ?? targetKeyPadding ?? targetMask ?? memoryKeyPadding ?? memoryMask) is null)
            return base.call(source, target);
        using var memory = encoder.call(source, sourceKeyPadding, sourceMask);
        return decoder.call(target, memory, targetKeyPadding, targetMask, memoryKeyPadding, memoryMask);
    }

    /// <summary>Nothing: the constructor registers every part under its name.</summary>
    protected override void RegisterComponents()
    {
    }
}
