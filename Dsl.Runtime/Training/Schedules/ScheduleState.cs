using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>Where a <see cref="TrainingSchedule"/> is.</summary>
/// <param name="Steps">The steps so far.</param>
/// <param name="Epochs">The epochs so far.</param>
/// <param name="Observed">What the schedule remembers of the losses; empty for those that only count.</param>
public sealed record ScheduleState(int Steps, int Epochs, ImmutableArray<double> Observed);
