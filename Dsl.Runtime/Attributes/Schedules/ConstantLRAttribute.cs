namespace NeuralDsl;

/// <summary>Multiplies the learning rate by a factor until so many epochs have passed, as PyTorch's <c>ConstantLR</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), ConstantLR]</code></example>
public sealed class ConstantLRAttribute() : ScheduleAttribute(TrainingUnit.Epoch)
{
    /// <summary>The factor; above 0: a number, or the name of a hyper-parameter; default 1.0 / 3.</summary>
    public object Factor { get; set; } = 1.0 / 3;

    /// <summary>The number of epochs, or steps; at least 1; default 5.</summary>
    public int TotalIterations { get; set; } = 5;
}
