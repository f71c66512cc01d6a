using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>How often what each layer makes is used in a model: by layers as input or for its weights, by losses, as output.</summary>
internal sealed class ValueUses
{
    private readonly Dictionary<string, int> counts = [];

    public ValueUses(TypedModel model)
    {
        foreach (var layer in model.Layers)
        {
            foreach (var value in (layer.Node.Inputs ?? []).Distinct())
                Add(value);
            Add(layer.Node.Share);
            Add(layer.Node.Tie?.Owner);
        }
        foreach (var value in model.Losses.SelectMany(loss => loss.Predictions.Concat(loss.Targets).Distinct()))
            Add(value);
        foreach (var output in model.Outputs)
            Add(output.Name);
    }

    /// <summary>
    /// Whether one layer takes what another makes, and nothing else does, no layer, no loss, no output, nor uses its weights. Without a
    /// consumer it is the model's own first output.
    /// </summary>
    public bool IsOnlyFor(TypedLayer maker, TypedLayer? consumer) =>
        maker.Node.Share is null
        && counts.TryGetValue(maker.Name, out var count) && count == 1
        && (consumer is null || consumer.Node.Inputs?.Contains(maker.Name) == true);

    private void Add(string? value)
    {
        if (value is not null)
            counts[value] = counts.TryGetValue(value, out var count) ? count + 1 : 1;
    }
}
