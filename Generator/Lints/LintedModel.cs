using NeuralDsl.Collections;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.ShapeOperators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>A model without errors, as lints look at it: along its values, whatever the order of the attributes.</summary>
internal sealed class LintedModel
{
    private readonly ModelGraph graph;
    private readonly EquatableArray<TypedLayer> all;
    private readonly Dictionary<string, TypedLayer> makers;

    public LintedModel(ModelGraph graph, TypedModel model)
    {
        this.graph = graph;
        all = model.Layers;
        Layers = [.. all.Where(layer => layer.Node.If is null)];
        Losses = [.. graph.Losses.Zip(model.Losses, (loss, typed) => new LintedLoss(loss, typed))];
        makers = Layers.ToDictionary(layer => layer.Name);
    }

    /// <summary>The layers that are there whatever the hyper-parameters; of what stands beside one that may be absent, nothing is certain.</summary>
    public IReadOnlyList<TypedLayer> Layers { get; }

    public IReadOnlyList<LintedLoss> Losses { get; }

    /// <summary>The symbol of the batch's size; null where it is a number.</summary>
    public string? Batch => graph.Inputs[0].Type!.Shape is { Rank: > 0 } shape && graph.Hypers.All(hyper => hyper.Name != shape[0].SymbolName) ? shape[0].SymbolName : null;

    /// <summary>The layer that makes a value; null for an input, and for a layer that may be absent.</summary>
    public TypedLayer? Maker(string value) => makers.TryGetValue(value, out var layer) ? layer : null;

    /// <summary>The layer that makes another's first input; null for an input of the model, and for a layer that takes nothing.</summary>
    public TypedLayer? Before(TypedLayer layer) => layer.Node.Inputs is { Count: > 0 } inputs ? Maker(inputs[0]) : null;

    /// <summary>
    /// The layers from the one that computes a value to the one that hands it on, which differ where shape operators, which compute
    /// nothing, stand between; empty for an input of the model.
    /// </summary>
    public IReadOnlyList<TypedLayer> Trail(string value)
    {
        var trail = new List<TypedLayer>();
        for (var layer = Maker(value); layer is not null; layer = Before(layer))
        {
            trail.Insert(0, layer);
            if (!IsShapeOperator(layer.Layer))
                return trail;
        }
        return [];
    }

    /// <summary>Whether one layer takes what another makes, and nothing else does, no layer, no loss, no output, nor uses its weights.</summary>
    public bool IsOnlyFor(TypedLayer maker, TypedLayer consumer) =>
        maker.Node.Share is null
        && all.All(layer => layer == consumer || layer.Node.Inputs?.Contains(maker.Name) != true)
        && all.All(layer => layer.Node.Share != maker.Name && (layer.Layer as TiedLinear)?.Owner != maker.Name)
        && Losses.All(loss => !loss.Typed.Predictions.Contains(maker.Name))
        && graph.Outputs.All(output => output.Value != maker.Name);

    /// <summary>A size with the default of every hyper-parameter, or null where it is known only at run time.</summary>
    public long? Default(Dim size) => graph.Hypers.WithDefaults(size).Constant;

    /// <summary>The way along layers, from what the first of them takes and on to a loss, with shapes.</summary>
    public string Way(IReadOnlyList<TypedLayer> layers, LintedLoss? loss = null)
    {
        var input = layers[0].Node.Inputs!.Value[0];
        var start = Maker(input) is { } maker ? Step(maker) : $"{input} {layers[0].Types.Input.Shape.ToDisplay()}";
        var steps = layers.Select(Step).Prepend(start);
        return string.Join(" → ", loss is null ? steps : steps.Append(loss.Graph.Operator));
    }

    private static string Step(TypedLayer layer) => $"{(layer.Node.IsNamed ? layer.Name : layer.Node.Operator)} {layer.Output.Shape.ToDisplay()}";

    private static bool IsShapeOperator(Layer layer) =>
        layer is Identity or AxisOperator or Flatten or Reshape or Unflatten or Permute or Einops { Reduction: null };
}

/// <summary>A loss in both of its forms: where it was declared, and what it takes.</summary>
internal sealed record LintedLoss(GraphLoss Graph, TypedLoss Typed);
