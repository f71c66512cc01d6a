namespace NeuralDsl;

/// <summary>Makes a <see cref="Standardizer{TBatch}"/>.</summary>
public static class Standardizer
{
    /// <summary>Learns every feature's mean and standard deviation.</summary>
    /// <param name="training">The rows to learn from: the training part of a split.</param>
    /// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
    public static Standardizer<TBatch> Fit<TBatch>(DataSet<TBatch> training) where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(training);
        return new(training);
    }
}
