using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Trains and evaluates models.</summary>
public static class Training
{
    /// <summary>Trains a model on rows, in shuffled batches, with its declared loss and optimizer.</summary>
    /// <param name="model">The model; it is in training mode meanwhile and in its former mode afterwards.</param>
    /// <param name="train">The rows to learn from. Batches are moved to the device and floating-point type of the model's parameters.</param>
    /// <param name="options">Epochs, batch size and the like; the model's defaults where it is null.</param>
    /// <typeparam name="TModel">A class with <c>[Model]</c>, a loss and an optimizer.</typeparam>
    /// <typeparam name="TBatch">Its <c>Batch</c>.</typeparam>
    /// <returns>Loss and metrics of every epoch.</returns>
    /// <exception cref="ArgumentException">
    /// The rows cannot be learned from, such as labels that are no classes, or a batch has one row and the model normalizes over the rows of a batch.
    /// </exception>
    /// <exception cref="DivergedException">The loss became infinite or no number.</exception>
    /// <exception cref="CheckpointException">A checkpoint to go on from is damaged or of another training, or the folder of a new training has some.</exception>
    /// <exception cref="IOException">A checkpoint cannot be read or written.</exception>
    public static TrainingReport Fit<TModel, TBatch>(this TModel model, IBatchSource<TBatch> train, FitOptions<TBatch>? options = null)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(train);
        options ??= new();
        var findings = DataCheck.BeforeTraining(train);
        using var trainer = new Trainer<TModel, TBatch>(model, train, options);
        return options.Progress.Run(trainer.Plan with { Findings = findings }, trainer.Run);
    }

    /// <summary>Measures a model on rows: its loss, and the metrics that its first loss's task asks for.</summary>
    /// <param name="model">The model; it is in evaluation mode meanwhile and in its former mode afterwards.</param>
    /// <param name="data">The rows. Batches are moved to the device and floating-point type of the model's parameters.</param>
    /// <param name="batchSize">Rows that are predicted at once: more are faster and take more memory. Default 256.</param>
    /// <typeparam name="TModel">A class with <c>[Model]</c> and a loss.</typeparam>
    /// <typeparam name="TBatch">Its <c>Batch</c>.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1.</exception>
    public static Evaluation Evaluate<TModel, TBatch>(this TModel model, IBatchSource<TBatch> data, int batchSize = 256)
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
            using var meter = new Meter<TBatch>(model, isWhole: true);
            var phases = model.Phases;
            foreach (var batch in Placement.Of(model).Place(data.Batches(batchSize)))
            {
                for (var i = 0; i < phases.Length; i++)
                {
                    using var loss = phases[i].Loss(batch, out var prediction);
                    using (prediction)
                        meter.Add(i, batch, loss.ToDouble(), prediction);
                }
            }
            return meter.Read();
        }
        finally
        {
            model.train(wasTraining);
        }
    }

    /// <summary>One step of a phase with any optimizer: zero the gradients, forward, backward, clip, step.</summary>
    /// <param name="model">The model.</param>
    /// <param name="phase">One of its phases.</param>
    /// <param name="batch">Inputs and targets.</param>
    /// <param name="optimizer">
    /// An optimizer over the phase's parameters. L-BFGS computes the loss and its gradients several times; with the others, a loss that is no finite
    /// number changes no weight.
    /// </param>
    /// <param name="prediction">What the phase's first loss judges; the caller disposes it.</param>
    /// <typeparam name="TModel">A class with <c>[Model]</c>, a loss and an optimizer.</typeparam>
    /// <typeparam name="TBatch">Its <c>Batch</c>.</typeparam>
    /// <returns>The loss before the step.</returns>
    public static double TrainStep<TModel, TBatch>(TModel model, TrainingPhase<TBatch> phase, TBatch batch, optim.Optimizer optimizer, out Tensor prediction)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(phase);
        ArgumentNullException.ThrowIfNull(optimizer);
        if (optimizer is TorchSharp.Modules.LBFGS)
            return StepWithClosure(model, phase, batch, optimizer, out prediction);
        using var step = TrainingStep.Begin(model);
        var loss = phase.Backward(batch, out prediction);
        if (double.IsFinite(loss))
            phase.Step(optimizer);
        return loss;
    }

    private static double StepWithClosure<TModel, TBatch>(TModel model, TrainingPhase<TBatch> phase, TBatch batch, optim.Optimizer optimizer, out Tensor prediction)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        Tensor? first = null;
        using var before = optimizer.step(() =>
        {
            model.zero_grad();
            var loss = phase.Loss(batch, out var judged);
            if (first is null)
                first = judged;
            else
                judged.Dispose();
            loss.backward();
            phase.ClipGradients?.Invoke();
            return loss;
        });
        prediction = first!;
        return before!.ToDouble();
    }
}
