namespace NeuralDsl;

/// <summary>Lets the learning rate rise and fall evenly, again and again, and momentum the other way, as PyTorch's <c>CyclicLR</c>.</summary>
/// <remarks>
/// <para>The rate of the optimizer itself does not count. Momentum is the optimizer's momentum, or the first of its betas.</para>
/// <para>Source: Smith 2015.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1, Momentum = 0.9), CyclicLR(0.01, 0.1, StepSizeUp = 500)]</code></example>
/// <param name="baseRate">The lowest learning rate; at least 0.</param>
/// <param name="maxRate">The largest learning rate; above 0.</param>
public sealed class CyclicLRAttribute(double baseRate, double maxRate) : ScheduleAttribute(TrainingUnit.Step)
{
    /// <summary>The lowest learning rate.</summary>
    public double BaseRate { get; } = baseRate;

    /// <summary>The largest learning rate.</summary>
    public double MaxRate { get; } = maxRate;

    /// <summary>The number of steps, or epochs, in which the rate rises; at least 1; default 2000.</summary>
    public int StepSizeUp { get; set; } = 2000;

    /// <summary>The number in which it falls; at least 1; default: as many as it rises.</summary>
    public int StepSizeDown { get; set; }

    /// <summary>How cycles change; default <see cref="CyclicMode.Triangular"/>.</summary>
    public CyclicMode Mode { get; set; }

    /// <summary>Factor of <see cref="CyclicMode.ExpRange"/>; above 0: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Gamma { get; set; } = 1.0;

    /// <summary>Whether momentum falls while the rate rises, for which the optimizer must have one; default true.</summary>
    public bool CycleMomentum { get; set; } = true;

    /// <summary>The lowest momentum, from 0 to below 1: a number, or the name of a hyper-parameter; default 0.8.</summary>
    public object BaseMomentum { get; set; } = 0.8;

    /// <summary>The largest momentum, from 0 to below 1: a number, or the name of a hyper-parameter; default 0.9.</summary>
    public object MaxMomentum { get; set; } = 0.9;
}
