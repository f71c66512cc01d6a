namespace NeuralDsl;

/// <summary>What one epoch of <c>Fit</c> came to.</summary>
/// <param name="Number">The epoch, from 1.</param>
/// <param name="Training">Loss and metrics on the training rows, gathered while the weights changed.</param>
/// <param name="Validation">Loss and metrics on the validation rows after the epoch; null where there is no validation set.</param>
/// <param name="Duration">How long training and validation took.</param>
public sealed record EpochReport(int Number, Evaluation Training, Evaluation? Validation, TimeSpan Duration)
{
    /// <summary>The learning rate at the end of the epoch, that of the first parameter group; null where it is not known.</summary>
    public double? LearningRate { get; init; }
}
