namespace NeuralDsl;

/// <summary>Hinge loss of several classes a row: each of the row's classes beats each other class by 1.</summary>
/// <remarks>
/// <para>
/// Shape: scores <c>[N, classes]</c>; target Int64 <c>[N, classes]</c>: the indices of the row's classes, then -1. The mean over classes of
/// <c>max(0, 1 - (x[class] - x[other]))</c>.
/// </para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(5), MultiLabelMarginLoss]</code></example>
public sealed class MultiLabelMarginLossAttribute : LossAttribute;
