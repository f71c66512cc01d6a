namespace NeuralDsl;

/// <summary>A point of a <see cref="Curve"/>.</summary>
/// <param name="X">The share of negatives above the threshold (ROC), or the recall.</param>
/// <param name="Y">The share of positives above the threshold (ROC), or the precision.</param>
public readonly record struct CurvePoint(double X, double Y);
