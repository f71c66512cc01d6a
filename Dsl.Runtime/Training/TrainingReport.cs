using System.Collections.Immutable;
using System.Globalization;

namespace NeuralDsl;

/// <summary>What a call of <c>Fit</c> came to.</summary>
/// <param name="Model">The model's class name.</param>
/// <param name="Epochs">One report for each complete epoch, in order, also of those before a training went on; none where it was stopped in the first one.</param>
/// <param name="Duration">How long it took in all.</param>
public sealed partial record TrainingReport(string Model, ImmutableArray<EpochReport> Epochs, TimeSpan Duration)
{
    /// <summary>What ended the training.</summary>
    public StopReason StoppedBy { get; init; }

    /// <summary>The model's graph; null where the report was not made by <c>Fit</c>.</summary>
    public Architecture? Architecture { get; init; }

    /// <summary>How it was trained; null where the report was not made by <c>Fit</c>.</summary>
    public FitConfiguration? Configuration { get; init; }

    /// <summary>The names of the classes in the order of their indices, such as <see cref="DataParts{TBatch}.Classes"/>; empty for their numbers.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The last epoch's validation, or its training loss and metrics where there is no validation set.</summary>
    /// <exception cref="InvalidOperationException">The training was stopped before its first epoch was complete.</exception>
    public Evaluation Final => Epochs is [.., var last] ? last.Validation ?? last.Training : throw new InvalidOperationException("The training was stopped before its first epoch was complete.");

    /// <summary>One line, such as <c>DigitsCnn: 20 epochs in 3.2 s, validation loss 0.0512, accuracy 98.33 %</c>.</summary>
    public override string ToString() => Epochs.IsEmpty ? $"{Model}: stopped before its first epoch was complete" : string.Create(
        CultureInfo.InvariantCulture,
        $"{Model}: {Epochs.Length} {(Epochs.Length == 1 ? "epoch" : "epochs")} in {Duration.TotalSeconds:0.0} s, {(Epochs[^1].Validation is null ? "training" : "validation")} {Final}");
}
