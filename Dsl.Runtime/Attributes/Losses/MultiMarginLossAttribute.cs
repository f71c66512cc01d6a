namespace NeuralDsl;

/// <summary>Hinge loss of classes: the target's class beats every other one by a margin.</summary>
/// <remarks>
/// <para>Shape: scores <c>[N, classes]</c>; target Int64 <c>[N]</c>. The mean over classes of <c>max(0, margin - x[y] + x[other])^p</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(5), MultiMarginLoss]</code></example>
public sealed class MultiMarginLossAttribute : LossAttribute
{
    /// <summary>The power: 1 or 2; default 1.</summary>
    public int P { get; set; } = 1;

    /// <summary>The margin: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Margin { get; set; } = 1.0;

    /// <summary>A factor for each class, at least 0. Default: 1 for each.</summary>
    public double[]? ClassWeights { get; set; }
}
