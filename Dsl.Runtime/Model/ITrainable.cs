using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What <c>Fit</c> and <c>Evaluate</c> need of a model. The generator implements it.</summary>
/// <typeparam name="TBatch">The model's <c>Batch</c>.</typeparam>
public interface ITrainable<TBatch> where TBatch : struct, IBatch<TBatch>
{
    /// <summary>The graph as data.</summary>
    Architecture Architecture { get; }

    /// <summary>The loss of a batch, a differentiable scalar that the caller disposes.</summary>
    /// <param name="batch">Inputs and targets.</param>
    /// <param name="prediction">What the first declared loss compared with its target; the caller disposes it.</param>
    Tensor Loss(TBatch batch, out Tensor prediction);

    /// <summary>The declared optimizer over this model's parameters.</summary>
    optim.Optimizer CreateOptimizer();
}
