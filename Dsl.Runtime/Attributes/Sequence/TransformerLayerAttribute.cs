namespace NeuralDsl;

/// <summary>Base of the transformer layers that read one sequence.</summary>
public abstract class TransformerLayerAttribute : TransformerBaseAttribute
{
    private protected TransformerLayerAttribute(object heads) : base(heads)
    {
    }

    /// <summary>The name of a value, Bool <c>[N, T]</c>, that is true where a position is padding, which no other sees. It may be absent.</summary>
    public string? KeyPadding { get; set; }

    /// <summary>The name of a mask of the sequence, as of <see cref="AttentionAttribute.Mask"/>. It may be absent.</summary>
    public string? Mask { get; set; }
}
