namespace NeuralDsl;

/// <summary>What is measured besides the loss, in place of what the first loss's task asks for.</summary>
/// <remarks>
/// <para>A metric that does not fit the first loss is an error: RSquared is of real numbers, and CrossEntropyLoss compares classes.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(10), CrossEntropyLoss, Adam, Metrics(Metric.Accuracy, Metric.TopK, TopK = 3)]</code></example>
/// <param name="metrics">The metrics, in the order of the report.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class MetricsAttribute(params Metric[] metrics) : ModelElementAttribute
{
    /// <summary>The metrics.</summary>
    public IReadOnlyList<Metric> Metrics { get; } = metrics;

    /// <summary>The k of <see cref="Metric.TopK"/>; at least 1, default 5.</summary>
    public int TopK { get; set; } = 5;
}
