using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.ShapeOperators;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>A model without errors, as lints look at it: along its values, whatever the order of the attributes.</summary>
internal sealed class LintedModel
{
    private readonly ModelGraph graph;
    private readonly TypedModel model;
    private readonly Dictionary<string, TypedLayer> makers;
    private readonly ValueUses uses;

    public LintedModel(ModelGraph graph, TypedModel model)
    {
        this.graph = graph;
        this.model = model;
        Layers = [.. model.Layers.Where(layer => layer.Node.If is null)];
        Losses = [.. graph.Losses.Zip(model.Losses, (loss, typed) => new LintedLoss(loss, typed))];
        makers = Layers.ToDictionary(layer => layer.Name);
        uses = new(model);
    }

    /// <summary>The layers that are there whatever the hyper-parameters; of what stands beside one that may be absent, nothing is certain.</summary>
    public IReadOnlyList<TypedLayer> Layers { get; }

    public IReadOnlyList<LintedLoss> Losses { get; }

    /// <summary>How its gradients are computed.</summary>
    public string Gradients => model.Gradients;

    /// <summary>The layers whose gradients the generator does not know, with what there is to say of it.</summary>
    public IEnumerable<(TypedLayer Layer, string Reason)> LayersWithoutGradient => GradientCoverage.LayersWithout(model, inBlocks: false);

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

    /// <summary>The layers from one to the one that makes a value, along first inputs.</summary>
    public IReadOnlyList<TypedLayer> Trail(TypedLayer first, string value)
    {
        var trail = new List<TypedLayer>();
        for (var layer = Maker(value); layer is not null && layer != first; layer = Before(layer))
            trail.Insert(0, layer);
        return [first, .. trail];
    }

    /// <summary>
    /// Every two layers of which the second takes what the first makes. A block stands for the layers that it begins and ends with, and one
    /// that is repeated meets itself.
    /// </summary>
    /// <param name="acrossShapes">Whether shape operators, which compute nothing, may stand between.</param>
    public IEnumerable<LintedPair> Pairs(bool acrossShapes)
    {
        foreach (var layer in Layers)
        {
            IReadOnlyList<TypedLayer> before = layer.Node.Inputs is not { Count: > 0 } inputs ? []
                : acrossShapes ? Trail(inputs[0]) : Maker(inputs[0]) is { } maker ? [maker] : [];
            foreach (var second in Beginnings(layer))
            {
                if (before.Count > 0 && End(before[0], acrossShapes) is { } first)
                    yield return new(first, second, first.IsAlone && second.IsAlone && uses.IsOnlyFor(before[0], layer), [.. before, layer]);
                if (layer.Layer is Block { Repeat: { } repeat } && Default(repeat) > 1 && End(layer, acrossShapes) is { } own)
                    yield return new(own, second, own.IsAlone && second.IsAlone, [layer]);
            }
        }
    }

    /// <summary>Whether a layer, or something in a block, is not trained.</summary>
    public bool IsFrozen(TypedLayer layer) =>
        model.ParameterCounts.Any(parameter => !parameter.IsTrainable && parameter.Name.StartsWith($"{layer.Name}.", StringComparison.Ordinal));

    /// <summary>
    /// The layers that take what a layer makes, directly or through layers that pass it on; null stands for what is no layer that is always
    /// there: a loss, an output, one that uses the weights too.
    /// </summary>
    public IReadOnlyList<TypedLayer?> Takers(TypedLayer maker, Func<TypedLayer, bool> passes)
    {
        var takers = new List<TypedLayer?>();
        foreach (var taker in model.Layers.Where(layer => layer.Node.Inputs?.Contains(maker.Name) == true))
            takers.AddRange(taker.Node.If is null && (passes(taker) || IsShapeOperator(taker.Layer)) ? Takers(taker, passes) : [taker.Node.If is null ? taker : null]);
        if (Losses.Any(loss => loss.Typed.Predictions.Contains(maker.Name) || loss.Typed.Targets.Contains(maker.Name)) || graph.Outputs.Any(output => output.Value == maker.Name)
            || model.Layers.Any(layer => layer.Node.Share == maker.Name || layer.Node.Tie?.Owner == maker.Name))
        {
            takers.Add(null);
        }
        return takers;
    }

    /// <summary>What says how a parameter begins, the last that does; null where nothing says so, and where it is not trained.</summary>
    public GraphInitialization? Beginning(string name) => model.ParameterCounts.FirstOrDefault(parameter => parameter.Name == name) is { IsTrainable: true } found
        ? graph.Initializations.LastOrDefault(initialization => initialization.Contains(found) == true)
        : null;

    /// <summary>A size with the default of every hyper-parameter, or null where it is known only at run time.</summary>
    public long? Default(Dim size) => graph.Hypers.WithDefaults(size).Constant;

    /// <summary>The way along layers, from what the first of them takes and on to a loss, with shapes.</summary>
    public string Way(IReadOnlyList<TypedLayer> layers, LintedLoss? loss = null)
    {
        var steps = layers.Select(Step);
        if (layers[0].Node.Inputs is [var input, ..])
            steps = steps.Prepend(Maker(input) is { } maker ? Step(maker) : $"{input} {layers[0].Types.Input.Shape.ToDisplay()}");
        return string.Join(" → ", loss is null ? steps : steps.Append(loss.Graph.Operator));
    }

    private static string Step(TypedLayer layer) => $"{(layer.Node.IsNamed ? layer.Name : layer.Node.Operator)} {layer.Output.Shape.ToDisplay()}";

    /// <summary>The layers that take what a layer takes: itself, or those that a block begins with.</summary>
    private static IEnumerable<LintedLayer> Beginnings(TypedLayer layer)
    {
        if (layer.Layer is not Block block)
            return [new(layer, layer, [], IsAlone: true)];
        if (block.Varies)
            return [];
        var input = block.Inner.Inputs[0].Name;
        var takers = block.Inner.Layers.Where(inner => inner.Node.Inputs!.Value.Contains(input)).ToArray();
        return takers.Where(taker => taker.Node.If is null && taker.Node.Inputs!.Value[0] == input).SelectMany(Beginnings).Select(first => first with
        {
            Outer = layer,
            Around = [.. first.Around, block],
            IsAlone = first.IsAlone && takers is [{ Node: { Share: null, Inputs.Count: 1 } }],
        });
    }

    /// <summary>The layer that makes what a layer makes: itself, or the one that a block ends with; null where that is not certain.</summary>
    private static LintedLayer? End(TypedLayer layer, bool acrossShapes)
    {
        if (layer.Layer is not Block block)
            return new(layer, layer, [], IsAlone: true);
        if (block.Varies)
            return null;
        var uses = new ValueUses(block.Inner);
        var (value, consumer, isAlone) = (block.Inner.Outputs[0].Name, (TypedLayer?)null, true);
        while (block.Inner.Layers.FirstOrDefault(candidate => candidate.Name == value) is { Node.If: null } inner)
        {
            isAlone &= uses.IsOnlyFor(inner, consumer);
            if (!acrossShapes || !IsShapeOperator(inner.Layer))
                return End(inner, acrossShapes) is { } last ? last with { Outer = layer, Around = [.. last.Around, block], IsAlone = last.IsAlone && isAlone } : null;
            (value, consumer) = (inner.Node.Inputs!.Value[0], inner);
        }
        return null;
    }

    private static bool IsShapeOperator(Layer layer) =>
        layer is Identity or AxisOperator or Flatten or Reshape or Unflatten or Permute or Einops { Reduction: null };
}

/// <summary>A loss in both of its forms: where it was declared, and what it takes.</summary>
internal sealed record LintedLoss(GraphLoss Graph, TypedLoss Typed);
