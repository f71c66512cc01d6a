namespace NeuralDsl;

/// <summary>Lets the learning rate fall along half a cosine, as PyTorch's <c>CosineAnnealingLR</c>.</summary>
/// <remarks>
/// <para>Source: Loshchilov and Hutter 2016, without restarts.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, SGD(0.1), CosineAnnealingLR]</code></example>
public sealed class CosineAnnealingLRAttribute() : ScheduleAttribute(TrainingUnit.Epoch)
{
    /// <summary>The number of epochs, or steps, until the lowest rate, PyTorch's <c>T_max</c>; at least 1; default: the whole training.</summary>
    public int Period { get; set; }

    /// <summary>The lowest rate, PyTorch's <c>eta_min</c>; at least 0: a number, or the name of a hyper-parameter; default 0.0.</summary>
    public object MinRate { get; set; } = 0.0;
}
