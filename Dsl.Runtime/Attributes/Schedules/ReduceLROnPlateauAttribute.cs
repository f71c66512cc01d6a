namespace NeuralDsl;

/// <summary>Multiplies the learning rate by a factor when the loss has not fallen for a while, as PyTorch's <c>ReduceLROnPlateau</c>.</summary>
/// <remarks>
/// <para>The loss is the validation loss, or the training loss where there is no validation set.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), ReduceLROnPlateau]</code></example>
public sealed class ReduceLROnPlateauAttribute() : ScheduleAttribute(TrainingUnit.Epoch)
{
    /// <summary>The factor; above 0 and below 1: a number, or the name of a hyper-parameter; default 0.1.</summary>
    public object Factor { get; set; } = 0.1;

    /// <summary>How many epochs without a better loss are waited for; at least 0; default 10.</summary>
    public int Patience { get; set; } = 10;

    /// <summary>By how much a loss must be lower to be better; at least 0: a number, or the name of a hyper-parameter; default 1e-4.</summary>
    public object Threshold { get; set; } = 1e-4;

    /// <summary>Whether the threshold is a difference of losses, and not a share of the best one; default false.</summary>
    public bool IsAbsolute { get; set; }

    /// <summary>How many epochs after a change do not count; at least 0; default 0.</summary>
    public int Cooldown { get; set; } = 0;

    /// <summary>The lowest rate; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object MinRate { get; set; } = 0.0;

    /// <summary>A smaller change of the rate is not made; at least 0: a number, or the name of a hyper-parameter; default 1e-8.</summary>
    public object Eps { get; set; } = 1e-8;
}
