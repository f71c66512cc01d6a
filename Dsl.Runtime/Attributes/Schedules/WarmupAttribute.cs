namespace NeuralDsl;

/// <summary>
/// Lets the learning rate rise evenly to its value, step by step, before another schedule begins, or alone. In the step i, from 1, of n it is
/// i/n of that value.
/// </summary>
/// <remarks>
/// <para>The schedule that follows starts when the warm-up ends, and where it lasts the whole training, lasts what is left.</para>
/// <para>Source: Goyal et al. 2017, section 2.2.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, AdamW, Warmup(500), CosineAnnealingLR(Every = TrainingUnit.Step)]</code></example>
/// <param name="length">The number of steps, or of epochs; at least 1.</param>
/// <param name="unit">Whether the length is in steps, the default, or in epochs. The rate changes after every step either way.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class WarmupAttribute(int length, TrainingUnit unit = TrainingUnit.Step) : ModelElementAttribute
{
    /// <summary>The number of steps, or of epochs.</summary>
    public int Length { get; } = length;

    /// <summary>What the length counts.</summary>
    public TrainingUnit Unit { get; } = unit;
}
