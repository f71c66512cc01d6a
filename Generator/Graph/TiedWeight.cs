using NeuralDsl.Collections;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Shapes;

namespace NeuralDsl.Graph;

/// <summary>The weight of an earlier layer, of the model or of a block in it, that another layer uses too.</summary>
/// <param name="Path">The names of the blocks from the outermost on, then of the layer: of those that have the weights, where others share them.</param>
internal sealed record TiedWeight(EquatableArray<string> Path)
{
    /// <summary>The model's own layer that has it.</summary>
    public string Owner => Path[0];

    /// <summary>The layer as messages call it.</summary>
    public string Name => string.Join(".", Path);

    /// <summary>The expression of the weight.</summary>
    public string Expression => $"this.{string.Join(".", Path.Select(CSharp.Identifier))}.weight!";

    /// <summary>The blocks and the layer; none where one of them is not known.</summary>
    public IReadOnlyList<TypedLayer> Find(IReadOnlyList<TypedLayer> layers)
    {
        var found = new List<TypedLayer>();
        foreach (var name in Path)
        {
            if (layers.FirstOrDefault(layer => layer.Name == name) is not { } layer)
                return [];
            found.Add(layer);
            layers = (layer.Layer as Block)?.Inner.Layers ?? [];
        }
        return found;
    }

    /// <summary>The weight in the hyper-parameters of the model; null where the layer has none.</summary>
    /// <param name="path">What <see cref="Find"/> found.</param>
    public static ParameterSpec? WeightOf(IReadOnlyList<TypedLayer> path)
    {
        var blocks = path.Take(path.Count - 1).Reverse().Select(layer => (Block)layer.Layer);
        return path[path.Count - 1].Parameters.FirstOrDefault(parameter => parameter.Name == "weight") is { } weight
            ? blocks.Aggregate(weight, (spec, block) => spec with { Shape = spec.Shape.Select(block.InOuter).ToEquatableArray() })
            : null;
    }

    /// <summary>Its name in the state dict.</summary>
    public string StateName(IReadOnlyList<TypedLayer> layers) => $"{string.Join(".", Find(layers).Select(layer => layer.Node.StateKey))}.weight";
}
