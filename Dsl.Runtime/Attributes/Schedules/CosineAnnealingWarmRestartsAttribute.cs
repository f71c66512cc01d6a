namespace NeuralDsl;

/// <summary>Lets the learning rate fall along half a cosine, again and again, as PyTorch's <c>CosineAnnealingWarmRestarts</c>.</summary>
/// <remarks>
/// <para>Source: Loshchilov and Hutter 2016.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), CosineAnnealingWarmRestarts(10)]</code></example>
/// <param name="period">The number of epochs, or steps, until the first restart, PyTorch's <c>T_0</c>; at least 1.</param>
public sealed class CosineAnnealingWarmRestartsAttribute(int period) : ScheduleAttribute(TrainingUnit.Epoch)
{
    /// <summary>The number of epochs until the first restart.</summary>
    public int Period { get; } = period;

    /// <summary>How many times longer each period is than the one before, PyTorch's <c>T_mult</c>; at least 1; default 1.</summary>
    public int PeriodFactor { get; set; } = 1;

    /// <summary>The lowest rate, PyTorch's <c>eta_min</c>; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object MinRate { get; set; } = 0.0;
}
