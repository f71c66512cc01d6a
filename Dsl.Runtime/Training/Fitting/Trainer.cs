using System.Collections.Immutable;
using System.Diagnostics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>One call of <c>Fit</c>.</summary>
internal sealed partial class Trainer<TModel, TBatch> : IDisposable
    where TModel : nn.Module, ITrainable<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    private readonly DateTimeOffset started = DateTimeOffset.Now;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TModel model;
    private readonly IBatchSource<TBatch> train;
    private readonly FitOptions<TBatch> options;
    private readonly FitSettings settings;
    private readonly EpochSize size;
    private readonly LowPrecision<TModel, TBatch>? lowPrecision;
    private readonly WeightAverage? average;
    private readonly BestWeights best;
    private readonly List<EpochReport> history = [];
    private readonly FitContext<TBatch> context;
    private readonly PhaseTraining<TBatch>[] phases;

    // The batches of the epoch under way that are done, the steps that were taken on them, and what they came to.
    private int batches;
    private int steps;
    private Meter<TBatch> meter;

    // Of the step under way, whose gradients are gathered.
    private int pendingBatches;
    private long pendingRows;

    public Trainer(TModel model, IBatchSource<TBatch> train, FitOptions<TBatch> options)
    {
        this.model = model;
        this.train = train;
        this.options = options;
        settings = FitSettings.Of(options, model.Training);
        size = EpochSize.Of(train, settings.BatchSize, settings.Accumulation);
        if (size.LastRows == 1)
            SingleRows.Check(model.Architecture);
        if (options.Seed is { } seed)
            random.manual_seed(seed);
        lowPrecision = settings.Precision == Precision.BFloat16 ? new(model, ScalarType.BFloat16) : null;
        var declared = model.Phases;
        if (declared.Length > 1 && options.Optimizer is not null)
            throw new ArgumentException($"{model.Architecture.Name} trains in {declared.Length} phases, each with an optimizer of its own: leave Optimizer out, and declare them.");
        if (declared.Length > 1 && settings.Accumulation > 1)
            throw new ArgumentException($"{model.Architecture.Name} trains in {declared.Length} phases, whose gradients cannot be gathered over several batches: choose a larger BatchSize instead of Accumulation.");
        phases = [.. declared.Select(phase => new PhaseTraining<TBatch>(phase, options, settings.Epochs, size.Steps))];
        average = settings.EmaDecay > 0 ? new(model, settings.EmaDecay) : null;
        best = new(model, keeps: settings.Patience > 0, options.MinDelta);
        meter = new(model, isWhole: false);
        context = new(model, settings.Epochs) { History = history, Optimizers = [.. phases.Select(phase => phase.Optimizer)] };
        try
        {
            if (settings.Accumulation > 1 && phases.Any(phase => phase.Optimizer is LBFGS))
                throw new ArgumentException("L-BFGS computes the loss of a batch several times and cannot gather gradients of several batches: choose a larger BatchSize instead of Accumulation.");
            if (lowPrecision is not null && phases.Any(phase => phase.Optimizer is LBFGS))
                throw new ArgumentException($"L-BFGS compares losses that differ by less than {settings.Precision} can tell: train with Precision.Full.");
            if (phases.FirstOrDefault(phase => phase.IsIdle) is { } idle)
                throw new ArgumentException($"All parameters that {(idle.Phase.Name.Length == 0 ? model.Architecture.Name : $"the phase '{idle.Phase.Name}' of {model.Architecture.Name}")} trains are frozen: there is nothing to learn.");
            BeginCheckpoints();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What is about to happen.</summary>
    public FitPlan Plan => new(model.Architecture.Name, settings.Epochs, size.Steps, size.Rows) { StepsDone = (history.Count * size.Steps) + steps };

    public TrainingReport Run()
    {
        var wasTraining = model.training;
        try
        {
            Tell(callback => callback.OnFitBegin(context));
            var reason = RunEpochs();
            average?.Swap();
            best.Restore();
            var report = new TrainingReport(model.Architecture.Name, [.. history], earlier + watch.Elapsed)
            {
                StoppedBy = reason,
                Architecture = model.Architecture,
                Configuration = FitConfiguration.Of(model, settings, size.Rows, options.Validation?.Count, context.Optimizers, started),
            };
            Tell(callback => callback.OnFitEnd(context, report));
            return report;
        }
        finally
        {
            model.train(wasTraining);
        }
    }

    public void Dispose()
    {
        meter.Dispose();
        lowPrecision?.Dispose();
        average?.Dispose();
        best.Dispose();
        foreach (var phase in phases)
            phase.Dispose();
    }

    private StopReason RunEpochs()
    {
        while (true)
        {
            if (history.Count >= settings.Epochs)
                return StopReason.Completed;
            if (IsWithoutPatience)
                return StopReason.Patience;
            if (Stopped is { } before)
                return before;
            context.Epoch = history.Count + 1;
            var begin = watch.Elapsed;
            model.train();
            if (batches == 0)
                Tell(callback => callback.OnEpochBegin(context));
            if (!RunBatches())
            {
                WriteCheckpoint();
                return Stopped!.Value;
            }
            EndEpoch(begin);
        }
    }

    private bool IsWithoutPatience => settings.Patience > 0 && history.Count - best.Epoch >= settings.Patience;

    /// <summary>The steps of the training before the one under way.</summary>
    private long StepsBefore => ((long)history.Count * size.Steps) + steps;

    private StopReason? Stopped =>
        context.IsStopped ? StopReason.Callback : options.CancellationToken.IsCancellationRequested ? StopReason.Cancellation : null;

    /// <returns>Whether the epoch is complete.</returns>
    private bool RunBatches()
    {
        Func<Evaluation> read = meter.Read;
        var placement = lowPrecision?.Placement ?? Placement.Of(model);
        foreach (var batch in placement.Place(train.TrainingBatches(settings.BatchSize, settings.Seed, context.Epoch, batches)))
        {
            if (pendingBatches == 0 && Stopped is not null)
                return false;
            var loss = Learn(batch);
            if (pendingBatches > 0)
                continue;
            EndStep(loss, read);
        }
        if (pendingBatches > 0)
            EndStep(StepOnGathered(phases[0]), read);
        return true;
    }

    /// <summary>Forward and backward of a batch, and a step unless more batches belong to it.</summary>
    /// <returns>The rows of the step that was taken; 0 for none.</returns>
    private long Learn(TBatch batch)
    {
        var rows = batch[0]!.size(0);
        for (var i = 0; i < phases.Length; i++)
        {
            if (!phases[i].IsDue(StepsBefore))
                continue;
            var loss = settings.Accumulation == 1 && lowPrecision is null
                ? Training.TrainStep(model, phases[i].Phase, batch, phases[i].Optimizer, out var prediction)
                : Gather(i, batch, rows, out prediction);
            using (prediction)
            {
                if (!double.IsFinite(loss))
                    throw new DivergedException(loss, phases[i].Phase.Name, context.Epoch, steps + 1, FirstNonFinite(batch), lastCheckpoint);
                meter.Add(i, batch, loss, prediction);
            }
            if (pendingBatches > 0 && pendingBatches == settings.Accumulation)
                rows = StepOnGathered(phases[i]);
        }
        batches++;
        return pendingBatches == 0 ? rows : 0;
    }

    /// <summary>Adds the gradients of a batch's loss times its rows.</summary>
    private double Gather(int phase, TBatch batch, long rows, out Tensor prediction)
    {
        if (pendingBatches == 0)
            TrainingStep.Zero(model);
        using var loss = lowPrecision is null ? phases[phase].Phase.Loss(batch, out prediction) : lowPrecision.Loss(phase, batch, out prediction);
        using var weighted = loss.mul(rows);
        if (lowPrecision is null)
            weighted.backward();
        else
            lowPrecision.Backward(weighted);
        pendingBatches++;
        pendingRows += rows;
        return TorchSharp.TensorExtensionMethods.ToDouble(loss);
    }

    /// <returns>The rows that the gradients are the mean of.</returns>
    private long StepOnGathered(PhaseTraining<TBatch> phase)
    {
        var rows = pendingRows;
        using var step = TrainingStep.Resume(model);
        using (no_grad())
        {
            foreach (var parameter in FlatParameters.WithGradients(model))
            {
                using var gradient = parameter.grad;
                gradient?.div_(rows);
            }
        }
        phase.Phase.Step(phase.Optimizer);
        (pendingBatches, pendingRows) = (0, 0);
        return rows;
    }

    private void EndStep(long rows, Func<Evaluation> read)
    {
        foreach (var phase in phases)
        {
            if (phase.IsDue(StepsBefore))
                phase.Schedule?.Step();
        }
        steps++;
        average?.Update();
        var step = new FitStep(context.Epoch, steps, rows, read);
        options.Progress.OnStep(step);
        foreach (var callback in options.Callbacks)
            callback.OnStep(context, step);
        if (options.Checkpoint is { EverySteps: > 0 and var every } && steps % every == 0 && batches < size.Batches)
            WriteCheckpoint();
    }

    private void EndEpoch(TimeSpan begin)
    {
        var training = meter.Read();
        var rate = phases[0].Optimizer.ParamGroups.First().LearningRate;
        average?.Swap();
        var validation = options.Validation is { } rows ? model.Evaluate(rows) : null;
        var judged = validation ?? training;
        for (var i = 0; i < phases.Length; i++)
            phases[i].Schedule?.EndEpoch(judged.PhaseLosses[i] ?? judged.Loss);
        var report = new EpochReport(context.Epoch, training, validation, watch.Elapsed - begin) { LearningRate = rate };
        history.Add(report);
        (batches, steps, meter) = (0, 0, new(model, isWhole: false));
        options.Progress.OnEpoch(report);
        if (best.Observe(context.Epoch, judged.Loss))
            SaveBest();
        Tell(callback => callback.OnEpochEnd(context, report));
        average?.Swap();
        if (options.Checkpoint is { EveryEpochs: var every } && (IsLast || every > 0 && history.Count % every == 0))
            WriteCheckpoint();
    }

    private bool IsLast => history.Count >= settings.Epochs || IsWithoutPatience || Stopped is not null;

    private void Tell(Action<FitCallback<TBatch>> tell)
    {
        foreach (var callback in options.Callbacks)
            tell(callback);
    }

    /// <summary>The name of the first tensor of a batch that holds infinities or NaN, or null.</summary>
    private static string? FirstNonFinite(TBatch batch)
    {
        for (var i = 0; i < TBatch.Fields.Length; i++)
        {
            if (batch[i] is not { } tensor || !tensor.is_floating_point())
                continue;
            using var finite = tensor.isfinite();
            using var all = finite.all();
            if (!TorchSharp.TensorExtensionMethods.ToBoolean(all))
                return TBatch.Fields[i].Name;
        }
        return null;
    }
}
