namespace NeuralDsl;

/// <summary>Weighs every product of a feature of the value before it and a feature of a named one: <c>x·weight·y + bias</c>.</summary>
/// <remarks>
/// <para>Shape: <c>[…, in1]</c> and <c>[…, in2]</c> → <c>[…, out]</c>.</para>
/// <para>Parameters: weight <c>[out, in1, in2]</c>, bias <c>[out]</c>.</para>
/// </remarks>
/// <example><code>[Input("left", "N 8"), Input("right", "N 6"), Bilinear(4, "right")]</code></example>
public sealed class BilinearAttribute : LayerAttribute
{
    /// <param name="outFeatures">Size of the last axis of the output; at least 1.</param>
    /// <param name="value">The name of the second value.</param>
    public BilinearAttribute(long outFeatures, string value) => (OutFeatures, Value) = (outFeatures, value);

    /// <param name="outFeatures">Size of the last axis of the output, an expression over hyper-parameters.</param>
    /// <param name="value">The name of the second value.</param>
    public BilinearAttribute(string outFeatures, string value) => (OutFeatures, Value) = (outFeatures, value);

    /// <summary>Size of the last axis of the output: a number, or an expression over hyper-parameters.</summary>
    public object OutFeatures { get; }

    /// <summary>The name of the second value.</summary>
    public string Value { get; }

    /// <summary>Whether a learned bias is added; default true.</summary>
    public bool Bias { get; set; } = true;
}
