namespace NeuralDsl;

/// <summary>Base of the transformer layers that read one sequence and attend to another, the memory.</summary>
public abstract class TransformerDecoderBaseAttribute : TransformerLayerAttribute
{
    private protected TransformerDecoderBaseAttribute(string memory, object heads) : base(heads) => Memory = memory;

    /// <summary>The name of the memory, <c>[N, S, d]</c>.</summary>
    public string Memory { get; }

    /// <summary>The name of a value, Bool <c>[N, S]</c>, that is true where a position of the memory is padding. It may be absent.</summary>
    public string? MemoryKeyPadding { get; set; }

    /// <summary>The name of a mask of what the sequence sees of the memory, as of <see cref="AttentionAttribute.Mask"/>. It may be absent.</summary>
    public string? MemoryMask { get; set; }
}
