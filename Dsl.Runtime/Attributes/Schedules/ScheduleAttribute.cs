namespace NeuralDsl;

/// <summary>Base of the schedules, which change the learning rate of all parameter groups while a model is trained.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class ScheduleAttribute : ModelElementAttribute
{
    private protected ScheduleAttribute(TrainingUnit every) => Every = every;

    /// <summary>
    /// What the schedule counts, and so when it changes the rate: after every epoch, as is usual for most, or after every step, which is the
    /// default of <c>OneCycleLR</c> and <c>CyclicLR</c>.
    /// </summary>
    public TrainingUnit Every { get; set; }
}
