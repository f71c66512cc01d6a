namespace NeuralDsl;

/// <summary>What the rows of a data set show before any training.</summary>
/// <param name="Severity">What it means for a training.</param>
/// <param name="Field">The field of the batch.</param>
/// <param name="Message">What was found, and in which row, counted from 0.</param>
public sealed record DataFinding(DataSeverity Severity, string Field, string Message)
{
    /// <summary>Such as <c>error: 'target' is 10 in row 3, but its classes are 0..9.</c></summary>
    public override string ToString() => $"{(Severity == DataSeverity.Error ? "error" : "warning")}: {Message}";
}
