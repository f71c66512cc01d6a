namespace NeuralDsl;

/// <summary>A training of the command line that is over: what is done with its model may print, and write beside its weights.</summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
/// <param name="Output">What prints to the terminal.</param>
/// <param name="Folder">The run's folder, such as <c>runs/DigitsCnn/1</c>.</param>
/// <param name="Data">The rows it learned from and those kept for testing. Who finishes a training does not dispose them.</param>
/// <param name="Report">How it went.</param>
/// <param name="Seed">The seed of the training.</param>
public sealed record FinishedTraining<TBatch>(TextWriter Output, string Folder, DataParts<TBatch> Data, TrainingReport Report, int Seed) where TBatch : struct, IBatch<TBatch>;
