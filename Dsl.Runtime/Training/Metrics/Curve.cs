using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>A curve over all thresholds of a score: of the labels, or of one class against the rest.</summary>
/// <param name="Class">The class; null for labels.</param>
/// <param name="Points">Some 200 points of it, for drawing, from the highest threshold to the lowest.</param>
/// <param name="Area">The area under all points, not only those: of a ROC by trapezoids, of precision over recall by steps.</param>
public sealed record Curve(int? Class, ImmutableArray<CurvePoint> Points, double Area);
