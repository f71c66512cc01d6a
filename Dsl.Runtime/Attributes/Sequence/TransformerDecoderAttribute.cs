namespace NeuralDsl;

/// <summary>Transformer layers with a memory in a row.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, d]</c> and the memory <c>[N, S, d]</c> → <c>[N, T, d]</c>.</para>
/// <para>Parameters: those of <see cref="TransformerDecoderLayerAttribute"/> after layers.0, layers.1, …; with a final normalization norm.weight and norm.bias
/// <c>[d]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 16"), Input("memory", "N S 16"), TransformerDecoder("memory", 4, 2, FeedForward = 64)]</code></example>
public sealed class TransformerDecoderAttribute : TransformerDecoderBaseAttribute
{
    /// <param name="memory">The name of the memory, <c>[N, S, d]</c>.</param>
    /// <param name="heads">Number of heads; at least 1.</param>
    /// <param name="layers">Number of layers; at least 1.</param>
    public TransformerDecoderAttribute(string memory, long heads, long layers) : base(memory, heads) => Layers = layers;

    /// <param name="memory">The name of the memory, <c>[N, S, d]</c>.</param>
    /// <param name="heads">Number of heads; at least 1.</param>
    /// <param name="layers">Number of layers, an expression over hyper-parameters.</param>
    public TransformerDecoderAttribute(string memory, long heads, string layers) : base(memory, heads) => Layers = layers;

    /// <param name="memory">The name of the memory, <c>[N, S, d]</c>.</param>
    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    /// <param name="layers">Number of layers; at least 1.</param>
    public TransformerDecoderAttribute(string memory, string heads, long layers) : base(memory, heads) => Layers = layers;

    /// <param name="memory">The name of the memory, <c>[N, S, d]</c>.</param>
    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    /// <param name="layers">Number of layers, an expression over hyper-parameters.</param>
    public TransformerDecoderAttribute(string memory, string heads, string layers) : base(memory, heads) => Layers = layers;

    /// <summary>Number of layers: a number, or an expression over hyper-parameters.</summary>
    public object Layers { get; }

    /// <summary>Whether what the last layer makes is normalized, as is usual with <see cref="TransformerBaseAttribute.NormFirst"/>; default false.</summary>
    public bool FinalNorm { get; set; }
}
