using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Shapes;

namespace NeuralDsl.Passes;

/// <summary>
/// Through which values gradients flow: those that depend on something of which a gradient is wanted, a trained parameter or an input, and on which a goal depends, a loss
/// or an output.
/// </summary>
internal sealed class Activity
{
    private readonly HashSet<string> flowing = [];
    private readonly HashSet<string> learning = [];

    /// <param name="model">The model.</param>
    /// <param name="layers">The layers that run.</param>
    /// <param name="goals">The values whose gradients are given.</param>
    /// <param name="isTrained">Whether a parameter may be trained.</param>
    /// <param name="ofInputs">Whether the gradients of the model's floating-point inputs are wanted.</param>
    public Activity(TypedModel model, IReadOnlyList<TypedLayer> layers, IEnumerable<string> goals, Func<ParameterCount, bool> isTrained, bool ofInputs)
    {
        string[] trained = [.. model.ParameterCounts.Where(isTrained).Select(parameter => parameter.Name)];
        var owners = new HashSet<string>(trained.SelectMany(Owners));
        var active = new HashSet<string>(model.Parameters.Select(parameter => parameter.Name).Where(trained.Contains));
        if (ofInputs)
            active.UnionWith(model.Inputs.Where(input => input.Type.IsFloatingPoint).Select(input => input.Name));
        foreach (var layer in layers)
        {
            var owner = layer.Node.Share is { } shared ? model.Layers.First(candidate => candidate.Name == shared) : layer;
            if (owners.Contains(owner.Node.StateKey) || (layer.Node.Tie is { } tie && trained.Contains(tie.StateName(model.Layers))))
                learning.Add(layer.Name);
            if (layer.Layer is not Detach && (learning.Contains(layer.Name) || layer.Node.Inputs!.Value.Any(active.Contains)))
                active.UnionWith(layer.Node.Values.Where(value => layer.TypeOf(value).IsFloatingPoint));
        }
        var leading = new HashSet<string>(goals);
        foreach (var layer in layers.Reverse().Where(layer => layer.Layer is not Detach && layer.Node.Values.Any(leading.Contains)))
            leading.UnionWith(layer.Node.Inputs!.Value);
        flowing.UnionWith(active.Where(leading.Contains));
    }

    /// <summary>Whether the gradient of a value is wanted.</summary>
    public bool Flows(string value) => flowing.Contains(value);

    /// <summary>Whether a layer has a part in the backward pass.</summary>
    public bool Takes(TypedLayer layer) => layer.Node.Values.Any(flowing.Contains);

    /// <summary>What a parameter is in, by its name: of <c>h.0.weight</c>, <c>h</c> and <c>h.0</c>.</summary>
    private static IEnumerable<string> Owners(string parameter)
    {
        for (var dot = parameter.IndexOf('.'); dot >= 0; dot = parameter.IndexOf('.', dot + 1))
            yield return parameter.Substring(0, dot);
    }

    /// <summary>Whether a layer has parameters that may be trained, of its own or of the layer whose weights it uses.</summary>
    public bool Learns(TypedLayer layer) => learning.Contains(layer.Name);
}
