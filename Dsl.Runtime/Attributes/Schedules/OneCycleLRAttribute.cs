namespace NeuralDsl;

/// <summary>Lets the learning rate rise and fall once in a training, and momentum the other way, as PyTorch's <c>OneCycleLR</c>.</summary>
/// <remarks>
/// <para>
/// The rate of the optimizer itself does not count: it begins at the largest one divided by <see cref="DivFactor"/>. Momentum is the
/// optimizer's momentum, or the first of its betas.
/// </para>
/// <para>Source: Smith and Topin 2018.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1, Momentum = 0.9), OneCycleLR(1.0)]</code></example>
public sealed class OneCycleLRAttribute : ScheduleAttribute
{
    /// <param name="maxRate">The largest learning rate; above 0.</param>
    public OneCycleLRAttribute(double maxRate) : base(TrainingUnit.Step) => MaxRate = maxRate;

    /// <param name="maxRate">The name of a hyper-parameter that holds the largest learning rate.</param>
    public OneCycleLRAttribute(string maxRate) : base(TrainingUnit.Step) => MaxRate = maxRate;

    /// <summary>The largest learning rate: a number, or the name of a hyper-parameter.</summary>
    public object MaxRate { get; }

    /// <summary>The number of steps, or epochs; at least 1; default: the whole training.</summary>
    public int TotalIterations { get; set; }

    /// <summary>Share of the steps in which the rate rises, from 0 to 1: a number, or the name of a hyper-parameter; default 0.3.</summary>
    public object PercentStart { get; set; } = 0.3;

    /// <summary>Whether the rate changes evenly, and not along a cosine; default false.</summary>
    public bool Linear { get; set; }

    /// <summary>Whether momentum falls while the rate rises, for which the optimizer must have one; default true.</summary>
    public bool CycleMomentum { get; set; } = true;

    /// <summary>The lowest momentum, from 0 to below 1: a number, or the name of a hyper-parameter; default 0.85.</summary>
    public object BaseMomentum { get; set; } = 0.85;

    /// <summary>The largest momentum, from 0 to below 1: a number, or the name of a hyper-parameter; default 0.95.</summary>
    public object MaxMomentum { get; set; } = 0.95;

    /// <summary>What the largest rate is divided by at first; above 0: a number, or the name of a hyper-parameter; default 25.</summary>
    public object DivFactor { get; set; } = 25.0;

    /// <summary>What the first rate is divided by in the end; above 0: a number, or the name of a hyper-parameter; default 1e4.</summary>
    public object FinalDivFactor { get; set; } = 1e4;

    /// <summary>Whether the rate falls back to its beginning first and then, in a third phase, to its end; default false.</summary>
    public bool ThreePhase { get; set; }
}
