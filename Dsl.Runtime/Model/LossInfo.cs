using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>One loss of an <see cref="Architecture"/>.</summary>
/// <param name="Operator">The attribute that declares it, such as <c>CrossEntropyLoss</c>.</param>
/// <param name="Predictions">The names of the values that it takes as predictions.</param>
/// <param name="Targets">The names of the <see cref="TensorField"/>s that it takes as targets.</param>
/// <param name="Task">What the prediction means, which decides the metrics.</param>
/// <param name="ClassAxis">The axis of the classes in the prediction, from 0; -1 where there is none.</param>
/// <param name="Shift">By how many steps the target is later than the prediction; 0 for none.</param>
/// <param name="IgnoreIndex">The class index of targets that do not count; null for none.</param>
/// <param name="Phase">The phase that it belongs to; empty where the model declares none.</param>
public sealed record LossInfo(
    string Operator, ImmutableArray<string> Predictions, ImmutableArray<string> Targets, LearningTask Task, int ClassAxis = -1, int Shift = 0, long? IgnoreIndex = null, string Phase = "");

/// <summary>What a prediction means, and so how it is compared with its target.</summary>
public enum LearningTask
{
    /// <summary>Scores along a class axis against an Int64 class index.</summary>
    Classification,

    /// <summary>Scores along a class axis against a probability for each class; the most probable one is the class.</summary>
    ClassProbabilities,

    /// <summary>Logits against 0/1 labels of the same shape; a logit above 0 means 1.</summary>
    BinaryLogits,

    /// <summary>Probabilities against 0/1 labels of the same shape; a probability above 0.5 means 1.</summary>
    BinaryProbabilities,

    /// <summary>Real numbers against real numbers of the same shape.</summary>
    Regression,

    /// <summary>None that a metric is known for: a loss of several predictions, of none of the batch's targets, or of another kind.</summary>
    Other,
}
