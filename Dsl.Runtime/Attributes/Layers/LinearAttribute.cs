namespace NeuralDsl;

/// <summary>Fully connected layer over the last axis: <c>x·weightᵀ + bias</c>.</summary>
/// <remarks>
/// <para>Shape: <c>[…, in]</c> → <c>[…, out]</c>.</para>
/// <para>Parameters: weight <c>[out, in]</c>, bias <c>[out]</c>; with <c>Tie</c> no weight of its own, and a bias where <c>Bias</c> is true.</para>
/// </remarks>
/// <example><code>[Input("x", "N 30"), Linear(10)]</code></example>
public sealed class LinearAttribute : LayerAttribute
{
    /// <param name="outFeatures">Size of the last axis of the output; at least 1.</param>
    public LinearAttribute(long outFeatures) => OutFeatures = outFeatures;

    /// <param name="outFeatures">Size of the last axis of the output, an expression over hyper-parameters.</param>
    public LinearAttribute(string outFeatures) => OutFeatures = outFeatures;

    /// <summary>Size of the last axis of the output: a number, or an expression over hyper-parameters.</summary>
    public object OutFeatures { get; }

    /// <summary>Asserts the number of input features; by default it is what the layer receives.</summary>
    public object? In { get; set; }

    /// <summary>
    /// The name of an earlier layer whose <c>weight</c> this one uses as its own, as language-model heads use the embedding's:
    /// <c>[out, in]</c>. In <c>"bert.token"</c> it is the layer token of the block bert, which is not repeated.
    /// </summary>
    public string? Tie { get; set; }

    /// <summary>Whether a learned bias is added; default true, with <c>Tie</c> false.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// What is done to the weight before each use; default nothing. <c>WeightNormalization.Weight</c> makes the parameters weight_g
    /// <c>[out, 1]</c> and weight_v <c>[out, in]</c> of it; <c>WeightNormalization.Spectral</c> calls the parameter weight_orig, and keeps the
    /// vectors weight_u <c>[out]</c> and weight_v <c>[in]</c> beside it. Not with <c>Tie</c>.
    /// </summary>
    public WeightNormalization Normalize { get; set; }
}
