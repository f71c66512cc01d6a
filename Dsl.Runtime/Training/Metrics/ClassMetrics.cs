namespace NeuralDsl;

/// <summary>How well one class is predicted. What would be a division by zero is 0: the precision of a class that is never predicted, the recall of one without rows.</summary>
/// <param name="Class">The class, from 0; of labels there are the classes 0 and 1.</param>
/// <param name="Precision">Of its predictions, the share that is right.</param>
/// <param name="Recall">Of its rows, the share that is found.</param>
/// <param name="F1">The harmonic mean of both.</param>
/// <param name="Support">The number of its rows.</param>
public sealed record ClassMetrics(int Class, double Precision, double Recall, double F1, long Support);
