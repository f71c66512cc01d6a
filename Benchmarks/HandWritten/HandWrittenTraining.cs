using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

/// <summary>A model and its training loop as one writes them with TorchSharp: batches are tensors, inputs before targets.</summary>
internal abstract class HandWrittenTraining : IDisposable
{
    /// <summary>The model.</summary>
    public abstract nn.Module Model { get; }

    /// <summary>Begins a training with new optimizers.</summary>
    public abstract void RenewOptimizers();

    /// <summary>One training step.</summary>
    /// <returns>The loss before it.</returns>
    public abstract double Step(Tensor[] batch);

    /// <summary>The model's outputs, in evaluation mode and without gradients.</summary>
    public abstract Tensor[] Predict(Tensor[] batch);

    public abstract void Dispose();
}
