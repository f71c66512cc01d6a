namespace NeuralDsl;

/// <summary>Multiplies the learning rate by a factor after the epochs that are named, as PyTorch's <c>MultiStepLR</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), MultiStepLR(30, 80)]</code></example>
/// <param name="milestones">After how many epochs, or steps, the factor is applied: numbers of at least 1.</param>
public sealed class MultiStepLRAttribute(params int[] milestones) : ScheduleAttribute(TrainingUnit.Epoch)
{
    /// <summary>The numbers of epochs.</summary>
    public int[] Milestones { get; } = milestones;

    /// <summary>The factor; above 0: a number, or the name of a hyper-parameter; default 0.1.</summary>
    public object Gamma { get; set; } = 0.1;
}
