using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>A model with its batches, which takes steps.</summary>
internal abstract class Contestant : IDisposable
{
    private readonly List<Tensor> outputs = [];

    /// <summary>The model.</summary>
    public abstract nn.Module Model { get; }

    /// <summary>The number of batches, which follow each other in turn.</summary>
    public abstract int Batches { get; }

    /// <summary>Gives the model new optimizers in place of those that it has.</summary>
    public abstract void RenewOptimizers();

    /// <summary>One training step; the loss of its last phase.</summary>
    public abstract double Train(int batch);

    /// <summary>One prediction.</summary>
    public void Predict(int batch)
    {
        Predict(batch, outputs);
        foreach (var output in outputs)
            output.Dispose();
        outputs.Clear();
    }

    /// <summary>One prediction, whose tensors the caller disposes.</summary>
    public abstract void Predict(int batch, List<Tensor> outputs);

    /// <summary>Switches to a mode before the first step in it.</summary>
    public virtual void Enter(StepMode mode) => Model.train(mode == StepMode.Train);

    public abstract void Dispose();
}
