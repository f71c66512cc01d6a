namespace NeuralDsl;

/// <summary>x where x is above a threshold, else a value, elementwise.</summary>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Threshold(0.1, 0)]</code></example>
public sealed class ThresholdAttribute : LayerAttribute
{
    /// <param name="threshold">The threshold.</param>
    /// <param name="value">What stands for elements that are not above it.</param>
    public ThresholdAttribute(double threshold, double value) => (Limit, Value) = (threshold, value);

    /// <param name="threshold">The threshold, the name of a hyper-parameter.</param>
    /// <param name="value">What stands for elements that are not above it.</param>
    public ThresholdAttribute(string threshold, double value) => (Limit, Value) = (threshold, value);

    /// <param name="threshold">The threshold.</param>
    /// <param name="value">What stands for elements that are not above it, the name of a hyper-parameter.</param>
    public ThresholdAttribute(double threshold, string value) => (Limit, Value) = (threshold, value);

    /// <param name="threshold">The threshold, the name of a hyper-parameter.</param>
    /// <param name="value">What stands for elements that are not above it, the name of a hyper-parameter.</param>
    public ThresholdAttribute(string threshold, string value) => (Limit, Value) = (threshold, value);

    /// <summary>The threshold: a number, or the name of a hyper-parameter.</summary>
    public object Limit { get; }

    /// <summary>What stands for elements that are not above it: a number, or the name of a hyper-parameter.</summary>
    public object Value { get; }
}
