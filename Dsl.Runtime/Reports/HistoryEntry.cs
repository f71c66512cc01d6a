namespace NeuralDsl;

/// <summary>One number of a training's history.</summary>
/// <param name="Run">What it was measured on: <c>training</c> or <c>validation</c>.</param>
/// <param name="Name">The loss, a metric or the learning rate.</param>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Elapsed">The time from the beginning to the end of the epoch.</param>
/// <param name="Value">The number, which is finite.</param>
internal readonly record struct HistoryEntry(string Run, string Name, int Epoch, TimeSpan Elapsed, double Value);
