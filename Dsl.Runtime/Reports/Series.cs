using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Color">Which of the page's colours it has, from 1.</param>
/// <param name="Points">Its points; a value that is not finite interrupts it.</param>
internal sealed record Series(string Name, int Color, ImmutableArray<(double X, double Y)> Points);
