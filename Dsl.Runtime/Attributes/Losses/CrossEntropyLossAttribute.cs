namespace NeuralDsl;

/// <summary>Cross-entropy of logits against class indices, or against probabilities. It applies log-softmax itself.</summary>
/// <remarks>
/// <para>
/// Shape: logits <c>[N, classes]</c>, <c>[N, T, classes]</c> or, where axis 1 is named C, <c>[N, C, …]</c>; target Int64, the shape without
/// the class axis, or with <see cref="TargetEncoding.Probabilities"/> the prediction's dtype and shape.
/// </para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(3), CrossEntropyLoss(LabelSmoothing = 0.1)]</code></example>
public sealed class CrossEntropyLossAttribute : ClassLossAttribute
{
    /// <summary>
    /// Share of the target that is spread evenly over all classes (Szegedy et al. 2016); in [0, 1]: a number, or the name of a
    /// hyper-parameter; default 0.
    /// </summary>
    public object LabelSmoothing { get; set; } = 0.0;

    /// <summary>How the target names its class; default <see cref="TargetEncoding.ClassIndex"/>.</summary>
    public TargetEncoding Encoding { get; set; }
}
