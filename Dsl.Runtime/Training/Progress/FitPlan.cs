namespace NeuralDsl;

/// <summary>What a call of <c>Fit</c> is about to do.</summary>
/// <param name="Model">The model's class name.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Steps">The number of steps in an epoch.</param>
/// <param name="Rows">The number of training rows.</param>
public sealed record FitPlan(string Model, int Epochs, int Steps, long Rows)
{
    /// <summary>The steps that were taken before a training went on; 0 for one that begins.</summary>
    public int StepsDone { get; init; }

    /// <summary>What the training rows show that does not forbid to learn from them, but may be a mistake.</summary>
    public IReadOnlyList<DataFinding> Findings { get; init; } = [];
}
