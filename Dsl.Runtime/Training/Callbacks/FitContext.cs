using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A training that is under way.</summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public sealed class FitContext<TBatch> where TBatch : struct, IBatch<TBatch>
{
    internal FitContext(ITrainable<TBatch> model, int epochs)
    {
        Model = model;
        Epochs = epochs;
    }

    /// <summary>The model.</summary>
    public ITrainable<TBatch> Model { get; }

    /// <summary>The number of epochs that are planned.</summary>
    public int Epochs { get; }

    /// <summary>The epoch that is under way or has just ended, from 1.</summary>
    public int Epoch { get; internal set; }

    /// <summary>The optimizer; of a model with phases, the first one's.</summary>
    public optim.Optimizer Optimizer => Optimizers[0];

    /// <summary>The optimizers of the phases, in order: one, unless the model declares phases.</summary>
    public IReadOnlyList<optim.Optimizer> Optimizers { get; internal set; } = [];

    /// <summary>The reports of the epochs that have ended, also of those before a training went on.</summary>
    public IReadOnlyList<EpochReport> History { get; internal init; } = [];

    /// <summary>Ends the training after this step or epoch, with a checkpoint where they are kept, and a report.</summary>
    public void Stop() => IsStopped = true;

    internal bool IsStopped { get; private set; }
}
