namespace NeuralDsl;

/// <summary>Multiplies the learning rate by a factor after every epoch, as PyTorch's <c>ExponentialLR</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), ExponentialLR(0.95)]</code></example>
public sealed class ExponentialLRAttribute : ScheduleAttribute
{
    /// <param name="gamma">The factor; above 0.</param>
    public ExponentialLRAttribute(double gamma) : base(TrainingUnit.Epoch) => Gamma = gamma;

    /// <param name="gamma">The name of a hyper-parameter that holds the factor.</param>
    public ExponentialLRAttribute(string gamma) : base(TrainingUnit.Epoch) => Gamma = gamma;

    /// <summary>The factor: a number, or the name of a hyper-parameter.</summary>
    public object Gamma { get; }
}
