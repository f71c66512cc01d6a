using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>How often each class was taken for each. Labels have the classes 0 and 1.</summary>
public sealed class ConfusionMatrix
{
    /// <summary>The most classes that a matrix is made for: beyond it, as for a vocabulary, there is none.</summary>
    public const int MaxClasses = 1000;

    private readonly ImmutableArray<long> counts;

    internal ConfusionMatrix(int classes, ImmutableArray<long> counts)
    {
        Classes = classes;
        this.counts = counts;
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The rows of one class that were predicted to be of another, or of the same.</summary>
    /// <param name="actual">The target's class, from 0.</param>
    /// <param name="predicted">The predicted class, from 0.</param>
    public long this[int actual, int predicted] => counts[(actual * Classes) + predicted];

    /// <summary>The rows of a class.</summary>
    /// <param name="actual">The target's class, from 0.</param>
    public long Support(int actual) => counts.AsSpan().Slice(actual * Classes, Classes).ToArray().Sum();
}
