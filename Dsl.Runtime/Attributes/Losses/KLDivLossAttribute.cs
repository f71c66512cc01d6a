namespace NeuralDsl;

/// <summary>Kullback-Leibler divergence of a target distribution from predicted log-probabilities.</summary>
/// <remarks>
/// <para>Shape: log-probabilities of any shape; target of the prediction's dtype and shape. <c>y·(log y - prediction)</c>.</para>
/// <para><see cref="Reduction.BatchMean"/> is the divergence of a row as mathematics defines it; the mean divides by the number of elements.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(3), LogSoftmax, KLDivLoss(Reduction = Reduction.BatchMean)]</code></example>
public sealed class KLDivLossAttribute : ElementwiseLossAttribute
{
    /// <summary>Whether the target is log-probabilities too; default false.</summary>
    public bool LogTarget { get; set; }
}
