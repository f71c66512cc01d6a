namespace NeuralDsl;

/// <summary>A point that a search tried.</summary>
/// <param name="Number">Its number, from 1, in the order in which points were drawn.</param>
/// <param name="Values">The values drawn.</param>
/// <param name="Epochs">For how many epochs it was trained; 0 for a point that was refused.</param>
/// <param name="Validation">What the trained weights come to on the validation rows; null where there are none.</param>
/// <param name="Problem">Why it ended early: what the model says of the values, or that the loss diverged; null where it did not.</param>
public sealed record SearchTrial(int Number, HyperValues Values, int Epochs, Evaluation? Validation, string? Problem = null)
{
    /// <summary>Whether the model's declaration refused the values, so that nothing was trained.</summary>
    public bool IsRefused => Epochs == 0;

    /// <summary>The epochs that it was given: it has fewer where it lost patience, and then more would change nothing.</summary>
    internal int Given { get; init; } = Epochs;

    // What diverged is worse than anything.
    internal double Loss => Problem is null ? Validation?.Loss ?? double.PositiveInfinity : double.PositiveInfinity;
}
