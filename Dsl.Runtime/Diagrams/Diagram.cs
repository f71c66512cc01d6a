using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>The boxes and arrows of an architecture, in the order in which they run.</summary>
internal sealed class Diagram
{
    public Diagram(Architecture architecture)
    {
        Title = architecture.Name;
        var layers = new ModelSummary(architecture).Layers;
        var used = architecture.Layers.SelectMany(layer => layer.Inputs).Select(NodeOf).ToHashSet();
        var declared = architecture.Inputs.Select(input => input.Name).Concat(layers.Select(layer => layer.Name)).ToHashSet();
        var outputs = architecture.Outputs.Select(NodeOf).ToHashSet();
        Boxes =
        [
            .. architecture.Inputs.Select(input => new DiagramBox(input.Name, DiagramKind.Input, "Input", input.Describe(), "")),
            // A value that is neither an input nor made by a layer is a learned tensor.
            .. used.Where(name => !declared.Contains(name)).Select(name => new DiagramBox(name, DiagramKind.Parameter, "Parameter", "", "")),
            .. layers.Select(layer => new DiagramBox(
                layer.Name, outputs.Contains(layer.Name) ? DiagramKind.Output : DiagramKind.Layer, OperatorOf(layer), layer.Output, layer.Parameters,
                BlockOf(layer.Operator) is not null)),
        ];
        var index = Boxes.Select((box, i) => (box.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i);
        Arrows =
        [
            .. architecture.Layers.SelectMany(layer => layer.Inputs.Select(NodeOf).Distinct().Select(input => (index[input], index[layer.Name]))),
        ];
    }

    /// <summary>The model's name.</summary>
    public string Title { get; }

    /// <summary>Inputs, learned tensors, and layers.</summary>
    public ImmutableArray<DiagramBox> Boxes { get; }

    /// <summary>Which box's value goes to which.</summary>
    public ImmutableArray<(int From, int To)> Arrows { get; }

    private static string OperatorOf(LayerSummary layer) => (BlockOf(layer.Operator) ?? layer.Operator) + (layer.Repeat.Length == 0 ? "" : $" ×{layer.Repeat}");

    /// <summary>The model that a layer such as <c>Block&lt;Gpt2Layer&gt;</c> is; null for another layer.</summary>
    private static string? BlockOf(string name) => name.StartsWith("Block<", StringComparison.Ordinal) ? name[6..^1] : null;

    /// <summary>A layer of several outputs names the further ones after itself, such as <c>lstm.hidden</c>.</summary>
    private static string NodeOf(string value) => value.Split('.')[0];
}
