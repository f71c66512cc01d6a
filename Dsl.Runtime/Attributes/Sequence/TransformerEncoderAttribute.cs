namespace NeuralDsl;

/// <summary>Transformer layers in a row.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, d]</c> → the same.</para>
/// <para>Parameters: those of <see cref="TransformerEncoderLayerAttribute"/> after layers.0, layers.1, …; with a final normalization norm.weight and norm.bias
/// <c>[d]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 16"), TransformerEncoder(4, 2, FeedForward = 64)]</code></example>
public sealed class TransformerEncoderAttribute : TransformerLayerAttribute
{
    /// <param name="heads">Number of heads; at least 1.</param>
    /// <param name="layers">Number of layers; at least 1.</param>
    public TransformerEncoderAttribute(long heads, long layers) : base(heads) => Layers = layers;

    /// <param name="heads">Number of heads; at least 1.</param>
    /// <param name="layers">Number of layers, an expression over hyper-parameters.</param>
    public TransformerEncoderAttribute(long heads, string layers) : base(heads) => Layers = layers;

    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    /// <param name="layers">Number of layers; at least 1.</param>
    public TransformerEncoderAttribute(string heads, long layers) : base(heads) => Layers = layers;

    /// <param name="heads">Number of heads, an expression over hyper-parameters.</param>
    /// <param name="layers">Number of layers, an expression over hyper-parameters.</param>
    public TransformerEncoderAttribute(string heads, string layers) : base(heads) => Layers = layers;

    /// <summary>Number of layers: a number, or an expression over hyper-parameters.</summary>
    public object Layers { get; }

    /// <summary>Whether what the last layer makes is normalized, as is usual with <see cref="TransformerBaseAttribute.NormFirst"/>; default false.</summary>
    public bool FinalNorm { get; set; }
}
