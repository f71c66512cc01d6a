using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A phase while it is trained: its optimizer and its schedule.</summary>
internal sealed class PhaseTraining<TBatch> : IDisposable where TBatch : struct, IBatch<TBatch>
{
    private readonly FitOptions<TBatch> options;
    private readonly int epochs;
    private readonly int stepsPerEpoch;

    public PhaseTraining(TrainingPhase<TBatch> phase, FitOptions<TBatch> options, int epochs, int stepsPerEpoch)
    {
        Phase = phase;
        this.options = options;
        this.epochs = epochs;
        this.stepsPerEpoch = Math.Max(1, stepsPerEpoch / phase.Every);
        Optimizer = options.Optimizer ?? CreateOptimizer();
        Schedule = CreateSchedule();
    }

    public TrainingPhase<TBatch> Phase { get; }

    public optim.Optimizer Optimizer { get; private set; }

    public TrainingSchedule? Schedule { get; private set; }

    /// <summary>What the names of the optimizer's tensors begin with in a checkpoint.</summary>
    public string Prefix => Checkpoint.Optimizer + (Phase.Name.Length == 0 ? "" : $"{Phase.Name}/");

    /// <summary>The optimizer's memory, which L-BFGS does not show; null for that.</summary>
    public OptimizerHelper? Memory => Optimizer as OptimizerHelper;

    /// <summary>Whether every parameter of the optimizer is frozen.</summary>
    public bool IsIdle => Optimizer.parameters().All(parameter => !parameter.requires_grad);

    /// <summary>Whether the phase is part of a step.</summary>
    /// <param name="step">The number of the training's steps before it.</param>
    public bool IsDue(long step) => (step + 1) % Phase.Every == 0;

    public PhaseState Save() => new() { LearningRates = [.. Optimizer.ParamGroups.Select(group => group.LearningRate)], Schedule = Schedule?.Save() };

    public void Restore(PhaseState state)
    {
        foreach (var (group, rate) in Optimizer.ParamGroups.Zip(state.LearningRates))
            group.LearningRate = rate;
        if (state.Schedule is { } scheduled)
            Schedule?.Restore(scheduled);
    }

    /// <summary>What the optimizer remembers is not in the checkpoint: it begins anew here, as it does in a training that goes on from it.</summary>
    public void RenewOptimizer()
    {
        var state = Schedule?.Save();
        Optimizer.Dispose();
        Optimizer = CreateOptimizer();
        Schedule = CreateSchedule();
        if (state is not null)
            Schedule!.Restore(state);
    }

    public void Dispose()
    {
        if (options.Optimizer is null)
            Optimizer.Dispose();
    }

    private optim.Optimizer CreateOptimizer()
    {
        var optimizer = Phase.CreateOptimizer();
        if (options.LearningRate is { } rate)
        {
            foreach (var group in LearningRates.Of(optimizer))
                group.LearningRate = rate;
        }
        return optimizer;
    }

    private TrainingSchedule? CreateSchedule() => Phase.CreateScheduler?.Invoke(Optimizer, epochs, stepsPerEpoch);
}
