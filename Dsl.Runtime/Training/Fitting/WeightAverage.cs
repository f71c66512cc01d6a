using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// The exponential moving average of a model's parameters, as PyTorch's <c>AveragedModel</c> takes it: the first step's weights, then
/// <c>decay * average + (1 - decay) * weight</c>. Buffers are the model's own.
/// </summary>
internal sealed class WeightAverage : IDisposable
{
    private readonly (string Name, Parameter Parameter, Tensor Average)[] weights;

    /// <summary>What is averaged as one: parameters in a row, or one by itself.</summary>
    private readonly List<(Tensor Values, Tensor Average)> rows = [];

    private readonly double decay;

    public WeightAverage(nn.Module model, double decay)
    {
        this.decay = decay;
        using var _ = no_grad();
        var views = new Dictionary<Parameter, Tensor>(ReferenceEqualityComparer.Instance);
        var flat = FlatParameters.Find(model);
        foreach (var buffer in flat?.Buffers ?? [])
        {
            var average = Begin(buffer.Values);
            foreach (var slot in flat!.Slots.Where(slot => slot.Buffer == buffer))
                views.Add(slot.Parameter, FlatBuffer.Share(average, slot.Begin, slot.Shape));
        }
        weights = [.. model.named_parameters().Select(weight => (weight.Item1, weight.Item2, views.GetValueOrDefault(weight.Item2) ?? Begin(weight.Item2)))];
    }

    /// <summary>How many steps are averaged.</summary>
    public long Steps { get; set; }

    /// <summary>The averages by name.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> Averages => weights.Select(weight => KeyValuePair.Create(weight.Name, weight.Average));

    /// <summary>Takes the weights after a step in.</summary>
    public void Update()
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (values, average) in rows)
        {
            if (Steps == 0)
                average.copy_(values);
            else
                average.mul_(decay).add_(values, alpha: 1 - decay);
        }
        Steps++;
    }

    /// <summary>Exchanges the model's weights and the averages.</summary>
    public void Swap()
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (_, parameter, average) in weights)
        {
            var weight = parameter.clone();
            parameter.copy_(average);
            average.copy_(weight);
        }
    }

    public void Dispose()
    {
        foreach (var (_, _, average) in weights)
            average.Dispose();
        foreach (var (_, average) in rows)
            average.Dispose();
    }

    private Tensor Begin(Tensor values)
    {
        var average = values.clone().DetachFromDisposeScope();
        rows.Add((values, average));
        return average;
    }
}
