namespace NeuralDsl;

/// <summary>An encoder of a source, which is the value before it, and a decoder of a target that is named.</summary>
/// <remarks>
/// <para>Shape: source <c>[N, S, d]</c>, target <c>[N, T, d]</c> → <c>[N, T, d]</c>.</para>
/// <para>Parameters: those of <see cref="TransformerEncoderAttribute"/> after encoder and of <see cref="TransformerDecoderAttribute"/> after decoder, both with a
/// final normalization.</para>
/// <para>Source: Vaswani et al. 2017, "Attention Is All You Need"; PyTorch's nn.Transformer.</para>
/// </remarks>
/// <example><code>[Input("source", "N S 16"), Input("target", "N T 16"), Transformer("target", 4, EncoderLayers = 2, DecoderLayers = 2, FeedForward = 64, Causal = true)]</code></example>
public sealed class TransformerAttribute : TransformerBaseAttribute
{
    /// <param name="target">The name of what the decoder takes.</param>
    /// <param name="heads">Number of heads; at least 1; default 8.</param>
    public TransformerAttribute(string target, long heads = 8) : base(heads) => Target = target;

    /// <param name="target">The name of what the decoder takes.</param>
    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    public TransformerAttribute(string target, string heads) : base(heads) => Target = target;

    /// <summary>The name of what the decoder takes.</summary>
    public string Target { get; }

    /// <summary>Number of the encoder's layers: a number, or an expression over hyper-parameters; default 6.</summary>
    public object EncoderLayers { get; set; } = 6;

    /// <summary>Number of the decoder's layers: a number, or an expression over hyper-parameters; default 6.</summary>
    public object DecoderLayers { get; set; } = 6;

    /// <summary>The name of a value, Bool <c>[N, S]</c>, that is true where the source is padding, for the encoder. It may be absent.</summary>
    public string? SourceKeyPadding { get; set; }

    /// <summary>The name of a mask of the source, as of <see cref="AttentionAttribute.Mask"/>. It may be absent.</summary>
    public string? SourceMask { get; set; }

    /// <summary>The name of a value, Bool <c>[N, T]</c>, that is true where the target is padding. It may be absent.</summary>
    public string? TargetKeyPadding { get; set; }

    /// <summary>The name of a mask of the target. It may be absent.</summary>
    public string? TargetMask { get; set; }

    /// <summary>The name of a value, Bool <c>[N, S]</c>, that is true where the source is padding, for the decoder. It may be absent.</summary>
    public string? MemoryKeyPadding { get; set; }

    /// <summary>The name of a mask of what the target sees of the source. It may be absent.</summary>
    public string? MemoryMask { get; set; }
}
