using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What <c>Fit</c> and <c>Evaluate</c> need of a model. The generator implements it.</summary>
/// <typeparam name="TBatch">The model's <c>Batch</c>.</typeparam>
public interface ITrainable<TBatch> where TBatch : struct, IBatch<TBatch>
{
    /// <summary>The graph as data.</summary>
    Architecture Architecture { get; }

    /// <summary>How it is trained unless the options of <c>Fit</c> say otherwise.</summary>
    TrainingDefaults Training => new();

    /// <summary>The loss of a batch, a differentiable scalar that the caller disposes.</summary>
    /// <param name="batch">Inputs and targets.</param>
    /// <param name="prediction">What the first declared loss compared with its target; the caller disposes it.</param>
    Tensor Loss(TBatch batch, out Tensor prediction);

    /// <summary>Forward and backward: adds the gradient of the batch's loss to every parameter's.</summary>
    /// <param name="batch">Inputs and targets.</param>
    /// <param name="prediction">What the first declared loss compared with its target; the caller disposes it.</param>
    /// <returns>The loss.</returns>
    double Backward(TBatch batch, out Tensor prediction);

    /// <summary>Clips the gradients as declared; nothing by default.</summary>
    void ClipGradients()
    {
    }

    /// <summary>Changes the parameters by their gradients, which are clipped first where that is declared.</summary>
    /// <param name="optimizer">An optimizer over this model's parameters.</param>
    void Step(optim.Optimizer optimizer)
    {
        ClipGradients();
        optimizer.step();
    }

    /// <summary>The declared schedule of an optimizer's learning rate; null for none.</summary>
    /// <param name="optimizer">An optimizer over this model's parameters.</param>
    /// <param name="epochs">The number of epochs of the training.</param>
    /// <param name="stepsPerEpoch">The number of steps in each.</param>
    TrainingSchedule? CreateScheduler(optim.Optimizer optimizer, int epochs, int stepsPerEpoch) => null;

    /// <summary>A model of the same class and hyper-parameters with weights of its own, on the CPU: what computes in a mixed <see cref="Precision"/>.</summary>
    /// <param name="dtype">The weights' floating-point type.</param>
    /// <exception cref="NotSupportedException">The model was not generated, so that nobody knows how it was made.</exception>
    ITrainable<TBatch> CreateTwin(ScalarType dtype) => throw new NotSupportedException(
        $"{Architecture.Name} cannot be made anew in {dtype}: the generator did not write it. Implement ITrainable.CreateTwin, or train in Precision.Full.");

    /// <summary>The declared optimizer over this model's parameters.</summary>
    optim.Optimizer CreateOptimizer();
}
