using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// Predictions and targets of small batches that wait to be measured at once: measuring each by itself would take a good part of the time of a
/// small model's step.
/// </summary>
internal sealed class WaitingBatches(Measurements measurements) : IDisposable
{
    private const int MaxBatches = 32;
    private const long MaxElements = 1 << 16;

    private readonly List<Tensor> predictions = [];
    private readonly List<Tensor> targets = [];
    private long elements;

    /// <summary>Takes a batch; the tensors stay the caller's.</summary>
    public void Add(Tensor prediction, Tensor target)
    {
        if (predictions.Count > 0 && !(HasRowsLike(predictions[0], prediction) && HasRowsLike(targets[0], target)))
            Measure();
        predictions.Add(prediction.detach().DetachFromDisposeScope());
        targets.Add(target.detach().DetachFromDisposeScope());
        elements += prediction.numel();
        if (predictions.Count == MaxBatches || elements >= MaxElements)
            Measure();
    }

    /// <summary>Measures what waits.</summary>
    public void Measure()
    {
        if (predictions.Count == 0)
            return;
        using (no_grad())
        using (var prediction = cat(predictions, 0))
        using (var target = cat(targets, 0))
            measurements.Add(prediction, target);
        Dispose();
    }

    /// <summary>Forgets what waits.</summary>
    public void Dispose()
    {
        predictions.ForEach(prediction => prediction.Dispose());
        targets.ForEach(target => target.Dispose());
        predictions.Clear();
        targets.Clear();
        elements = 0;
    }

    /// <summary>Whether the rows of both have one shape.</summary>
    private static bool HasRowsLike(Tensor first, Tensor second)
    {
        var same = first.dim() == second.dim() && first.dim() > 0;
        for (var axis = 1; same && axis < first.dim(); axis++)
            same = first.size(axis) == second.size(axis);
        return same;
    }
}
