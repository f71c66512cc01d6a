using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Shapes;

namespace NeuralDsl.Passes;

/// <summary>What of a model's backward pass the generator leaves to autograd.</summary>
internal static class GradientCoverage
{
    /// <summary>The layers that have a part in the backward pass and no generated gradient, each with the reason, as far as there is more to say.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inBlocks">Whether a block counts whose own model leaves a part to autograd.</param>
    public static IEnumerable<(TypedLayer Layer, string Reason)> LayersWithout(TypedModel model, bool inBlocks)
    {
        var activity = new Activity(
            model, model.Layers, model.Losses.SelectMany(loss => loss.Predictions).Concat(model.Losses.Count == 0 ? model.Outputs.Select(output => output.Name) : []),
            parameter => parameter.IsTrainable, ofInputs: model.Losses.Count == 0);
        foreach (var layer in model.Layers.Where(activity.Takes))
        {
            if (layer.Gradient is null)
                yield return (layer, Reason(layer));
            else if (inBlocks && layer.Layer is Block { Inner: { } inner } && FirstWithout(inner) is { } title)
                yield return (layer, $", because of {title} in {inner.Type.Name}");
        }
    }

    /// <summary>What a model whose gradients must all be generated has without one.</summary>
    public static IEnumerable<Fault> Faults(ModelGraph graph, TypedModel model)
    {
        foreach (var (layer, reason) in LayersWithout(model, inBlocks: true))
            yield return new(Rules.NoGeneratedGradient, new(layer.Node.Attribute), layer.Node.Title, reason);
        foreach (var (loss, _) in graph.Losses.Zip(model.Losses, (loss, typed) => (loss, typed)).Where(pair => pair.typed.Loss.Gradient(pair.typed.Signature) is null))
            yield return new(Rules.NoGeneratedGradient, new(loss.Attribute), loss.Operator, "");
    }

    private static string? FirstWithout(TypedModel inner) => LayersWithout(inner, inBlocks: true).Select(without => without.Layer.Node.Title).FirstOrDefault();

    private static string Reason(TypedLayer layer) => layer.Layer is not Block { Inner: var inner } ? ""
        : inner.Gradients == TypedModel.Autograd ? $", because {inner.Type.Name} asks for autograd"
        : inner.Losses.Count > 0 ? $", because {inner.Type.Name} has losses of its own"
        : $", because an input of {inner.Type.Name} may be absent";
}
