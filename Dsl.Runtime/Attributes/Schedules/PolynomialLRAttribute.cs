namespace NeuralDsl;

/// <summary>Lets the learning rate fall to 0 by a power of what is left, as PyTorch's <c>PolynomialLR</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), PolynomialLR]</code></example>
public sealed class PolynomialLRAttribute() : ScheduleAttribute(TrainingUnit.Epoch)
{
    /// <summary>The number of epochs, or steps, until 0; at least 1; default: the whole training.</summary>
    public int TotalIterations { get; set; }

    /// <summary>The power; above 0: a number, or the name of a hyper-parameter; default 1.0.</summary>
    public object Power { get; set; } = 1.0;
}
