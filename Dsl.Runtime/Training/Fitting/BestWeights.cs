using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The best epoch so far, with its weights where the training is to end with them.</summary>
internal sealed class BestWeights(nn.Module model, bool keeps, double minDelta) : IDisposable
{
    private Dictionary<string, Tensor> weights = [];

    /// <summary>The lowest loss.</summary>
    public double Loss { get; set; } = double.PositiveInfinity;

    /// <summary>The epoch that had it; 0 before the first.</summary>
    public int Epoch { get; set; }

    /// <summary>The weights of that epoch; empty where they are not kept.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights => weights;

    /// <summary>Compares an epoch, whose weights the model has now.</summary>
    /// <returns>Whether it is the best one.</returns>
    public bool Observe(int epoch, double loss)
    {
        if (!(loss < Loss - minDelta) && Epoch > 0)
            return false;
        (Loss, Epoch) = (loss, epoch);
        using var _ = no_grad();
        if (keeps)
            Keep(model.state_dict().Select(weight => KeyValuePair.Create(weight.Key, weight.Value.clone())));
        return true;
    }

    /// <summary>Takes tensors as the best weights, and owns them from here on.</summary>
    public void Keep(IEnumerable<KeyValuePair<string, Tensor>> best)
    {
        var kept = new Dictionary<string, Tensor>(best);
        Dispose();
        weights = kept;
    }

    /// <summary>Gives the model the best weights, where they are kept.</summary>
    public void Restore()
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var current = model.state_dict();
        foreach (var (name, best) in weights)
            current[name].copy_(best);
    }

    public void Dispose()
    {
        foreach (var (_, weight) in weights)
            weight.Dispose();
    }
}
