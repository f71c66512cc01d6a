using System.Collections.Immutable;
using System.Diagnostics;
using NeuralDsl.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Trains and evaluates models.</summary>
public static class Training
{
    /// <summary>Trains a model on a data set, in shuffled batches, with its declared loss and optimizer.</summary>
    /// <param name="model">The model; it is in training mode meanwhile and in its former mode afterwards.</param>
    /// <param name="train">The rows to learn from. Batches are moved to the device and floating-point type of the model's parameters.</param>
    /// <param name="options">Epochs, batch size and the like; the defaults where it is null.</param>
    /// <typeparam name="TModel">A class with <c>[Model]</c>, a loss and an optimizer.</typeparam>
    /// <typeparam name="TBatch">Its <c>Batch</c>.</typeparam>
    /// <returns>Loss and metrics of every epoch.</returns>
    /// <exception cref="ArgumentException">A batch has one row and the model normalizes over the rows of a batch.</exception>
    /// <exception cref="DivergedException">The loss became infinite or no number.</exception>
    /// <exception cref="OperationCanceledException">The options' token asked for it.</exception>
    public static TrainingReport Fit<TModel, TBatch>(this TModel model, DataSet<TBatch> train, FitOptions<TBatch>? options = null)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(train);
        options ??= new();
        var sizes = train.TrainingBatchSizes(options.BatchSize);
        if (sizes[^1] == 1)
            CheckSingleRows(model.Architecture);
        var plan = new FitPlan(model.Architecture.Name, options.Epochs, sizes.Length, train.Count);
        return options.Progress.Run(plan, () => Run(model, train, options));
    }

    /// <summary>Measures a model on a data set: its loss, and the metrics that its first loss's task asks for.</summary>
    /// <param name="model">The model; it is in evaluation mode meanwhile and in its former mode afterwards.</param>
    /// <param name="data">The rows. Batches are moved to the device and floating-point type of the model's parameters.</param>
    /// <param name="batchSize">Rows that are predicted at once: more are faster and take more memory. Default 256.</param>
    /// <typeparam name="TModel">A class with <c>[Model]</c> and a loss.</typeparam>
    /// <typeparam name="TBatch">Its <c>Batch</c>.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1.</exception>
    public static Evaluation Evaluate<TModel, TBatch>(this TModel model, DataSet<TBatch> data, int batchSize = 256)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var wasTraining = model.training;
        model.eval();
        try
        {
            using var withoutGradients = no_grad();
            var meter = new Meter<TBatch>(model.Architecture);
            foreach (var batch in Placement.Of(model).Place(data.Batches(batchSize)))
            {
                using var loss = model.Loss(batch, out var prediction);
                using (prediction)
                    meter.Add(batch, loss.ToDouble(), prediction);
            }
            return meter.Read();
        }
        finally
        {
            model.train(wasTraining);
        }
    }

    /// <summary>One step of any optimizer: zero the gradients, forward, backward, clip, step.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">Inputs and targets.</param>
    /// <param name="optimizer">
    /// An optimizer over the model's parameters. L-BFGS computes the loss and its gradients several times; with the others, a loss that is no finite
    /// number changes no weight.
    /// </param>
    /// <param name="prediction">What the first declared loss compared with its target; the caller disposes it.</param>
    /// <typeparam name="TModel">A class with <c>[Model]</c>, a loss and an optimizer.</typeparam>
    /// <typeparam name="TBatch">Its <c>Batch</c>.</typeparam>
    /// <returns>The loss before the step.</returns>
    public static double TrainStep<TModel, TBatch>(TModel model, TBatch batch, optim.Optimizer optimizer, out Tensor prediction)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        if (optimizer is TorchSharp.Modules.LBFGS)
            return StepWithClosure(model, batch, optimizer, out prediction);
        model.zero_grad();
        var loss = model.Backward(batch, out prediction);
        if (double.IsFinite(loss))
            model.Step(optimizer);
        return loss;
    }

    private static double StepWithClosure<TModel, TBatch>(TModel model, TBatch batch, optim.Optimizer optimizer, out Tensor prediction)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        Tensor? first = null;
        using var before = optimizer.step(() =>
        {
            model.zero_grad();
            var loss = model.Loss(batch, out var judged);
            if (first is null)
                first = judged;
            else
                judged.Dispose();
            loss.backward();
            model.ClipGradients();
            return loss;
        });
        prediction = first!;
        return before!.ToDouble();
    }

    private static TrainingReport Run<TModel, TBatch>(TModel model, DataSet<TBatch> train, FitOptions<TBatch> options)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        var total = Stopwatch.StartNew();
        var wasTraining = model.training;
        var declared = options.Optimizer is null ? model.CreateOptimizer() : null;
        var optimizer = options.Optimizer ?? declared!;
        var schedule = model.CreateScheduler(optimizer, options.Epochs, train.TrainingBatchSizes(options.BatchSize).Length);
        try
        {
            var epochs = ImmutableArray.CreateBuilder<EpochReport>(options.Epochs);
            for (var epoch = 1; epoch <= options.Epochs; epoch++)
            {
                var watch = Stopwatch.StartNew();
                model.train();
                var training = RunEpoch(model, train, options, epoch, optimizer, schedule);
                var validation = options.Validation is { } rows ? model.Evaluate(rows) : null;
                schedule?.EndEpoch((validation ?? training).Loss);
                epochs.Add(new(epoch, training, validation, watch.Elapsed));
                options.Progress.OnEpoch(epochs[^1]);
            }
            return new(model.Architecture.Name, epochs.MoveToImmutable(), total.Elapsed);
        }
        finally
        {
            declared?.Dispose();
            model.train(wasTraining);
        }
    }

    private static Evaluation RunEpoch<TModel, TBatch>(
        TModel model, DataSet<TBatch> train, FitOptions<TBatch> options, int epoch, optim.Optimizer optimizer, TrainingSchedule? schedule)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        var meter = new Meter<TBatch>(model.Architecture);
        Func<Evaluation> read = meter.Read;
        var step = 0;
        foreach (var batch in Placement.Of(model).Place(train.TrainingBatches(options.BatchSize, options.Seed, epoch)))
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            step++;
            var loss = TrainStep(model, batch, optimizer, out var prediction);
            using (prediction)
            {
                if (!double.IsFinite(loss))
                    throw new DivergedException(loss, epoch, step, FirstNonFinite(batch));
                schedule?.Step();
                using (no_grad())
                    meter.Add(batch, loss, prediction);
            }
            options.Progress.OnStep(new(epoch, step, batch[0]!.size(0), read));
        }
        return meter.Read();
    }

    /// <summary>
    /// Batch normalization of one row without further axes has no variance; the engine would go on with running statistics that
    /// are no numbers.
    /// </summary>
    private static void CheckSingleRows(Architecture architecture)
    {
        foreach (var layer in architecture.Layers.Where(layer => layer.Operator.StartsWith("BatchNorm", StringComparison.Ordinal)))
        {
            var positions = new Shape(ShapeParser.Parse(layer.Shape, layer.Name).Axes.Skip(2)).Elements;
            if (positions.Constant == 1)
            {
                throw new ArgumentException(
                    $"{architecture.Name}: {layer.Operator} '{layer.Name}' learns from the spread of each channel in a batch, and a batch of one row has none. "
                    + "Choose a larger BatchSize or train on more rows.");
            }
        }
    }

    /// <summary>The name of the first tensor of a batch that holds infinities or NaN, or null.</summary>
    private static string? FirstNonFinite<TBatch>(TBatch batch) where TBatch : struct, IBatch<TBatch>
    {
        for (var i = 0; i < TBatch.Fields.Length; i++)
        {
            if (batch[i] is not { } tensor || !tensor.is_floating_point())
                continue;
            using var finite = tensor.isfinite();
            using var all = finite.all();
            if (!all.ToBoolean())
                return TBatch.Fields[i].Name;
        }
        return null;
    }
}
