namespace NeuralDsl;

/// <summary>Pulls distances of similar pairs to 0 and pushes those of others beyond a margin.</summary>
/// <remarks>
/// <para>Shape: distances of any shape; target of the prediction's dtype and shape: 1 for similar, -1 for others. <c>x</c>, or <c>max(0, margin - x)</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), Softplus, HingeEmbeddingLoss]</code></example>
public sealed class HingeEmbeddingLossAttribute : ElementwiseLossAttribute
{
    /// <summary>The margin: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Margin { get; set; } = 1.0;
}
