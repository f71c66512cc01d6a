namespace NeuralDsl;

/// <summary>Binary cross-entropy of logits; the sigmoid is part of it.</summary>
/// <remarks>
/// <para>Shape: logits of any shape; target of the prediction's dtype and shape, values 0 to 1.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), BCEWithLogitsLoss(PositiveWeight = 3)]</code></example>
public sealed class BCEWithLogitsLossAttribute : ElementwiseLossAttribute
{
    /// <summary>
    /// Factor of the loss of targets that are 1; above 0: a number, the name of a hyper-parameter, or a number for each element of the last
    /// axis, such as <c>new[] { 1.0, 3.0 }</c>. Default 1.
    /// </summary>
    public object PositiveWeight { get; set; } = 1.0;
}
