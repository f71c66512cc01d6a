namespace NeuralDsl;

/// <summary>A number about predictions, gathered batch by batch.</summary>
internal abstract class Measurement
{
    /// <summary>The value over everything gathered so far.</summary>
    public abstract MetricValue Value { get; }

    /// <summary>Gathers one batch.</summary>
    public abstract void Add(Comparison batch);
}
