using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>What a search tries for one number.</summary>
/// <param name="Name">A hyper-parameter, or <c>LearningRate</c> or <c>BatchSize</c>.</param>
/// <param name="Values">The values to choose from; empty for a range.</param>
/// <param name="From">The least value of a range.</param>
/// <param name="To">The largest value of a range.</param>
/// <param name="Log">Whether a range is drawn from evenly in its logarithm.</param>
public sealed record SearchRange(string Name, ImmutableArray<double> Values, double From = 0, double To = 0, bool Log = false)
{
    /// <summary>The name of the optimizer's learning rate in a range.</summary>
    public const string LearningRate = "LearningRate";

    /// <summary>The name of the number of rows in a batch in a range.</summary>
    public const string BatchSize = "BatchSize";
}
