namespace NeuralDsl;

/// <summary>Changes the factor of the learning rate evenly from one number to another, as PyTorch's <c>LinearLR</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), LinearLR]</code></example>
public sealed class LinearLRAttribute() : ScheduleAttribute(TrainingUnit.Epoch)
{
    /// <summary>The factor at first; above 0: a number, or the name of a hyper-parameter; default 1.0 / 3.</summary>
    public object StartFactor { get; set; } = 1.0 / 3;

    /// <summary>The factor in the end; at least 0: a number, or the name of a hyper-parameter; default 1.0.</summary>
    public object EndFactor { get; set; } = 1.0;

    /// <summary>The number of epochs, or steps, between; at least 1; default 5.</summary>
    public int TotalIterations { get; set; } = 5;
}
