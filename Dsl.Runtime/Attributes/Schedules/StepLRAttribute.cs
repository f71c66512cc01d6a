namespace NeuralDsl;

/// <summary>Multiplies the learning rate by a factor after every so many epochs, as PyTorch's <c>StepLR</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), StepLR(30)]</code></example>
/// <param name="stepSize">The number of epochs between two changes, or of steps; at least 1.</param>
public sealed class StepLRAttribute(int stepSize) : ScheduleAttribute(TrainingUnit.Epoch)
{
    /// <summary>The number of epochs between two changes.</summary>
    public int StepSize { get; } = stepSize;

    /// <summary>The factor; above 0: a number, or the name of a hyper-parameter; default 0.1.</summary>
    public object Gamma { get; set; } = 0.1;
}
