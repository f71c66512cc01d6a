using static TorchSharp.torch.optim;

namespace NeuralDsl;

/// <summary>
/// Changes an optimizer's learning rate, and its momentum where the schedule does, while a model is trained: call <see cref="Step"/> after
/// every step and <see cref="EndEpoch"/> after every epoch, as <c>Fit</c> does.
/// </summary>
public sealed class TrainingSchedule
{
    private readonly (ILearningRateController Group, double Initial)[] groups;
    private readonly Schedule? schedule;
    private readonly TrainingUnit every;
    private readonly int warmupSteps;
    private readonly int stepsPerEpoch;
    private int steps;
    private int epochs;

    /// <summary>Sets the rates of the first step.</summary>
    /// <param name="optimizer">The optimizer, whose rates are those that the schedule starts from.</param>
    /// <param name="epochs">The number of epochs of the training; at least 1.</param>
    /// <param name="stepsPerEpoch">The number of steps in each; at least 1.</param>
    /// <param name="schedule">Makes the schedule of the number of steps or epochs that it lasts; null for a warm-up alone.</param>
    /// <param name="every">What the schedule counts.</param>
    /// <param name="warmup">For how long the rate rises before; 0 for not at all.</param>
    /// <param name="warmupUnit">What <paramref name="warmup"/> counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its least one.</exception>
    public TrainingSchedule(
        Optimizer optimizer, int epochs, int stepsPerEpoch, Func<int, Schedule>? schedule = null, TrainingUnit every = TrainingUnit.Epoch, int warmup = 0,
        TrainingUnit warmupUnit = TrainingUnit.Step)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(warmup);
        groups = [.. LearningRates.Of(optimizer).Select(group => (group, group.LearningRate))];
        this.every = every;
        this.stepsPerEpoch = stepsPerEpoch;
        warmupSteps = warmupUnit == TrainingUnit.Epoch ? warmup * stepsPerEpoch : warmup;
        var total = every == TrainingUnit.Epoch ? epochs - (warmupSteps / stepsPerEpoch) : (epochs * stepsPerEpoch) - warmupSteps;
        this.schedule = schedule?.Invoke(Math.Max(1, total));
        Apply();
    }

    /// <summary>The learning rate of the first group.</summary>
    public double LearningRate => groups[0].Group.LearningRate;

    /// <summary>Sets the rates of the next step; call it after every step of the optimizer.</summary>
    public void Step()
    {
        steps++;
        Apply();
    }

    /// <summary>Sets the rates of the next epoch; call it after every epoch, after the last <see cref="Step"/>.</summary>
    /// <param name="loss">The validation loss, or the training loss where there is no validation set.</param>
    public void EndEpoch(double loss)
    {
        epochs++;
        schedule?.Observe(loss);
        Apply();
    }

    /// <summary>Where the schedule is, for <see cref="Restore"/>.</summary>
    public ScheduleState Save() => new(steps, epochs, [.. schedule?.Memory ?? []]);

    /// <summary>Sets the rates as they were when <see cref="Save"/> was called.</summary>
    /// <param name="state">What it returned.</param>
    public void Restore(ScheduleState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        (steps, epochs) = (state.Steps, state.Epochs);
        if (schedule is not null)
            schedule.Memory = [.. state.Observed];
        Apply();
    }

    /// <summary>How many steps or epochs the schedule has lasted: those of the warm-up do not count.</summary>
    private int Count => Math.Max(0, every == TrainingUnit.Step ? steps - warmupSteps : epochs - (warmupSteps / stepsPerEpoch));

    private void Apply()
    {
        var warm = steps < warmupSteps ? (steps + 1.0) / warmupSteps : 1;
        var momentum = schedule?.Momentum(Count);
        foreach (var (group, initial) in groups)
        {
            group.LearningRate = warm * (schedule?.Rate(Count, initial) ?? initial);
            if (momentum is null)
                continue;
            if (group is IBetas betas)
                betas.Betas = (momentum.Value, betas.Betas.Item2);
            else if (group is IMomentum other)
                other.Momentum = momentum.Value;
        }
    }
}
