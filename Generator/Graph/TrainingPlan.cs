using NeuralDsl.Collections;
using NeuralDsl.Operators;

namespace NeuralDsl.Graph;

/// <summary>What happens to gradients and learning rate in a training, besides the optimizer.</summary>
/// <param name="Schedules">The schedules; more than one is a fault.</param>
/// <param name="Warmup">The warm-up; null for none.</param>
/// <param name="Clips">How gradients are clipped, in order.</param>
internal sealed record TrainingPlan(EquatableArray<GraphSchedule> Schedules, GraphWarmup? Warmup, EquatableArray<GraphClip> Clips)
{
    /// <summary>Whether the learning rate changes.</summary>
    public bool HasSchedule => Schedules.Count > 0 || Warmup is not null;
}

/// <summary>A schedule.</summary>
/// <param name="Operator">The attribute's name, such as <c>StepLR</c>.</param>
/// <param name="Schedule">The schedule; null where its arguments could not be read.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphSchedule(string Operator, Schedule? Schedule, int Attribute);

/// <summary>A rise of the learning rate at the beginning.</summary>
/// <param name="Length">For how long.</param>
/// <param name="Unit">What the length counts: a member of the public enum.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphWarmup(long Length, string Unit, int Attribute);

/// <summary>A limit of the gradients.</summary>
/// <param name="Operator">The attribute's name, such as <c>ClipGradNorm</c>.</param>
/// <param name="Function">The function in <c>torch.nn.utils</c>.</param>
/// <param name="Arguments">Its arguments after the parameters.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphClip(string Operator, string Function, EquatableArray<Number> Arguments, int Attribute);
