namespace NeuralDsl;

/// <summary>Binary cross-entropy of the logits of many labels, its mean over them.</summary>
/// <remarks>
/// <para>Shape: logits <c>[*, labels]</c>; target of the prediction's dtype and shape, values 0 and 1.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(5), MultiLabelSoftMarginLoss]</code></example>
public sealed class MultiLabelSoftMarginLossAttribute : ElementwiseLossAttribute
{
    /// <summary>A factor for each label, at least 0. Default: 1 for each.</summary>
    public double[]? ClassWeights { get; set; }
}
