using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A part of a training step: a loss, and the optimizer of the parameters that it trains. A model without phases has one, which trains all of it.</summary>
/// <typeparam name="TBatch">The model's <c>Batch</c>.</typeparam>
/// <param name="loss">The loss of a batch, and its prediction.</param>
/// <param name="backward">Forward and backward of a batch.</param>
/// <param name="createOptimizer">Makes the declared optimizer over the phase's parameters.</param>
public sealed class TrainingPhase<TBatch>(PredictedLoss<TBatch, Tensor> loss, PredictedLoss<TBatch, double> backward, Func<optim.Optimizer> createOptimizer)
    where TBatch : struct, IBatch<TBatch>
{
    /// <summary>The name as declared; empty for the only phase of a model that declares none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The phase is part of each so many-th step. Default 1.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Clips the gradients as declared. Default: nothing.</summary>
    public Action? ClipGradients { get; init; }

    /// <summary>Makes the declared schedule of an optimizer's learning rate, from the number of epochs and the number of the phase's steps in each. Default: none.</summary>
    public Func<optim.Optimizer, int, int, TrainingSchedule>? CreateScheduler { get; init; }

    /// <summary>The loss of a batch, a differentiable scalar that the caller disposes. Where there are phases, only the parameters of this one get gradients from it.</summary>
    /// <param name="batch">Inputs and targets.</param>
    /// <param name="prediction">What the phase's first loss judges; the caller disposes it.</param>
    public Tensor Loss(TBatch batch, out Tensor prediction) => loss(batch, out prediction);

    /// <summary>Forward and backward: adds the gradient of the batch's loss to that of every parameter of the phase.</summary>
    /// <param name="batch">Inputs and targets.</param>
    /// <param name="prediction">What the phase's first loss judges; the caller disposes it.</param>
    /// <returns>The loss.</returns>
    public double Backward(TBatch batch, out Tensor prediction) => backward(batch, out prediction);

    /// <summary>Makes the declared optimizer.</summary>
    public optim.Optimizer CreateOptimizer() => createOptimizer();

    /// <summary>Changes the parameters by their gradients, which are clipped first where that is declared.</summary>
    /// <param name="optimizer">An optimizer over the phase's parameters.</param>
    public void Step(optim.Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ClipGradients?.Invoke();
        optimizer.step();
    }
}
