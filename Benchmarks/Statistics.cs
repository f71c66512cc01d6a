namespace NeuralDsl.Benchmarks;

/// <summary>What is told of many measurements.</summary>
internal static class Statistics
{
    /// <summary>The middle one, or the mean of the two in the middle, which one slow round does not move.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The mean of ratios: one that is twice as large and one that is half as large leave it as it is.</summary>
    public static double GeometricMean(IEnumerable<double> ratios) => Math.Exp(ratios.Average(Math.Log));
}
