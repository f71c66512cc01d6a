using Microsoft.CodeAnalysis;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Shapes;

namespace NeuralDsl.Repairs;

/// <summary>
/// Edits that may repair a fault. Each inner sequence is one way to do it, from which the first that helps is taken: the paddings of
/// one convolution, say, smallest first.
/// </summary>
internal static class Candidates
{
    /// <summary>No sensible model pads by more.</summary>
    private const long MostPadding = 16;

    private delegate IEnumerable<IEnumerable<Repair>> Ways(Fault fault, ModelDeclaration declaration, ModelGraph graph);

    private static readonly IReadOnlyDictionary<DiagnosticDescriptor, Ways> ByRule = new Dictionary<DiagnosticDescriptor, Ways>
    {
        [Rules.UnknownName] = (fault, declaration, _) => Nearest(fault, declaration),
        [Rules.WrongRank] = OfNode((node, _, _) => [[Insert(node, "Unsqueeze", new ArgumentDeclaration("axis", 1L))]]),
        [Rules.EmptyOutput] = OfNode((node, _, _) => [Paddings(node, from: (WindowOf(node)?.Padding[0].Constant ?? 0) + 1)]),
        [Rules.IndivisibleGroups] = OfNode((node, _, _) => [Groups(node)]),
        [Rules.DeclaredInput] = OfNode(DeclaredInput),
        [Rules.DeclaredOutput] = (fault, _, graph) => DeclaredOutput(fault, graph),
        [Rules.JoinedShapes] = OfNode((node, _, graph) => JoinedShapes(node, graph)),
        [Rules.WrongTarget] = (fault, _, graph) => WrongTarget(fault, graph),
        [Rules.SoftmaxBeforeCrossEntropy] = OfNode((node, _, graph) => Unwanted(node, graph)),
        [Rules.SigmoidBeforeLogitsLoss] = OfNode((node, _, graph) => Unwanted(node, graph)),
        [Rules.LogitsAsProbabilities] = (fault, _, _) =>
            [[new("Take BCEWithLogitsLoss, which takes logits", "Logits", new RenameAttribute(fault.Location.Attribute, "BCEWithLogitsLoss"))]],
        [Rules.ActivationBeforeLoss] = OfNode((node, _, graph) => Unwanted(node, graph)),
        [Rules.DoubledActivation] = OfNode((node, _, _) => [[Remove(node)]]),
        [Rules.BiasBeforeBatchNorm] = OfNode((node, _, _) => [[new($"Set Bias = false of {TitleOf(node)}", "Bias", new SetArgument(node.Attribute, "Bias", false))]]),
    };

    /// <summary>The rules for which there may be a repair.</summary>
    public static IEnumerable<DiagnosticDescriptor> Repairable => ByRule.Keys;

    public static IEnumerable<IEnumerable<Repair>> For(Fault fault, ModelDeclaration declaration, ModelGraph graph) =>
        ByRule.TryGetValue(fault.Descriptor, out var ways) ? ways(fault, declaration, graph) : [];

    /// <summary>For a rule whose faults are at a layer.</summary>
    private static Ways OfNode(Func<GraphNode, Fault, ModelGraph, IEnumerable<IEnumerable<Repair>>> ways) =>
        (fault, _, graph) => graph.Nodes.FirstOrDefault(candidate => candidate.Attribute == fault.Location.Attribute) is { Inputs.Count: > 0 } node
            ? ways(node, fault, graph)
            : [];

    /// <summary>The name that was probably meant, in place of the one that is unknown.</summary>
    private static IEnumerable<IEnumerable<Repair>> Nearest(Fault fault, ModelDeclaration declaration)
    {
        var location = fault.Location;
        var text = declaration.Attributes[location.Attribute].Arguments.FirstOrDefault(argument => argument.Name == location.Argument)?.Value as string;
        if (text is null || Property(fault, Fault.NearestName) is not { } nearest)
            yield break;
        var (start, length) = location.Length < 0 ? (0, text.Length) : (location.Start, location.Length);
        var corrected = text.Remove(start, length).Insert(start, nearest);
        yield return [new($"Change '{text.Substring(start, length)}' to '{nearest}'", "Nearest", new SetArgument(location.Attribute, location.Argument!, corrected))];
    }

    /// <summary>A declared <c>In</c> that is right where something before it was forgotten or is of another size.</summary>
    private static IEnumerable<IEnumerable<Repair>> DeclaredInput(GraphNode node, Fault fault, ModelGraph graph)
    {
        if (node.Layer is Linear)
            yield return [Insert(node, "Flatten")];
        foreach (var before in Line(node.Inputs!.Value[0], graph).Where(before => before.Layer is Convolution))
            yield return Paddings(before, from: 0);
        var declared = (node.Layer as Linear)?.In ?? (node.Layer as Convolution)?.In;
        if (Sized(node.Inputs!.Value[0], graph) is { } maker && long.TryParse(Property(fault, "In"), out var actual)
            && declared?.Constant * OutOf(maker)?.Constant is { } product && product % actual == 0)
        {
            yield return [SetOut(maker, product / actual)];
        }
    }

    /// <summary>The assertion that the model fulfils, or the last layer with weights so that it fulfils the assertion.</summary>
    private static IEnumerable<IEnumerable<Repair>> DeclaredOutput(Fault fault, ModelGraph graph)
    {
        var output = graph.Outputs.FirstOrDefault(candidate => candidate.Attribute == fault.Location.Attribute);
        if (output?.Asserted is not { } asserted)
            yield break;
        if (Sized(output.Value, graph) is { } maker && ChannelsOf(maker, asserted) is { } size)
            yield return [SetOut(maker, size)];
        if (Property(fault, "Actual") is { } actual)
            yield return [new($"Declare output '{output.Value}' as \"{actual}\"", "Assertion", new SetArgument(output.Attribute, "shape", actual))];
    }

    /// <summary>Either way gets the size of the other one.</summary>
    private static IEnumerable<IEnumerable<Repair>> JoinedShapes(GraphNode node, ModelGraph graph)
    {
        foreach (var value in node.Inputs!.Value.Distinct())
        {
            if (Sized(value, graph) is not { } maker)
                continue;
            foreach (var other in node.Inputs!.Value.Where(other => other != value).Distinct())
            {
                var input = graph.Inputs.FirstOrDefault(candidate => candidate.Name == other);
                var size = input?.Type is { } type ? ChannelsOf(maker, type.Shape) : Sized(other, graph) is { } otherMaker ? OutOf(otherMaker) : null;
                if (size is not null)
                    yield return [SetOut(maker, size)];
            }
        }
    }

    /// <summary>The target's declaration as the loss takes it.</summary>
    private static IEnumerable<IEnumerable<Repair>> WrongTarget(Fault fault, ModelGraph graph)
    {
        var loss = graph.Losses.FirstOrDefault(candidate => candidate.Attribute == fault.Location.Attribute);
        if (graph.Inputs.FirstOrDefault(candidate => loss?.Targets.Contains(candidate.Name) == true) is not { } input)
            yield break;
        if (Property(fault, "Shape") is { } shape)
            yield return [new($"Declare input '{input.Name}' as \"{shape}\"", "Target", new SetArgument(input.Attribute, "shape", shape))];
        if (Property(fault, "DType") is { } dtype)
            yield return [new($"Declare input '{input.Name}' as {dtype}", "DType", new SetArgument(input.Attribute, "dtype", new EnumMember(dtype), "DType"))];
    }

    /// <summary>A layer that the loss does not want: away with it, or round it where its value is wanted elsewhere.</summary>
    private static IEnumerable<IEnumerable<Repair>> Unwanted(GraphNode node, ModelGraph graph)
    {
        yield return [Remove(node)];
        if (graph.Nodes.FirstOrDefault(before => before.Name == node.Inputs!.Value[0] && before.IsNamed) is not { } source)
            yield break;
        foreach (var loss in graph.Losses.Where(loss => loss.Prediction == node.Name))
            yield return [new($"Let {loss.Operator} take '{source.Name}'", "From", new SetArgument(loss.Attribute, "From", source.Name))];
    }

    private static IEnumerable<Repair> Paddings(GraphNode node, long from)
    {
        for (var padding = from; WindowOf(node) is not null && padding <= MostPadding; padding++)
            yield return new($"Set Padding = {padding} of {TitleOf(node)}", "Padding", new SetArgument(node.Attribute, "Padding", padding));
    }

    /// <summary>Numbers of groups, the nearest first.</summary>
    private static IEnumerable<Repair> Groups(GraphNode node)
    {
        if (node.Layer is not Convolution { Groups.Constant: { } groups })
            yield break;
        for (var distance = 1L; distance <= groups; distance++)
        {
            foreach (var candidate in new[] { groups - distance, groups + distance }.Where(candidate => candidate > 0))
                yield return new($"Set Groups = {candidate} of {TitleOf(node)}", "Groups", new SetArgument(node.Attribute, "Groups", candidate));
        }
    }

    private static Repair Insert(GraphNode node, string name, params ArgumentDeclaration[] arguments)
    {
        var edit = new InsertAttribute(node.Attribute, name, new(arguments));
        return new($"Add [{edit.Text}] before {TitleOf(node)}", name, edit);
    }

    private static Repair Remove(GraphNode node) => new($"Remove {TitleOf(node)}", "Remove", new RemoveAttribute(node.Attribute));

    private static Repair SetOut(GraphNode node, Dim size)
    {
        var argument = node.Layer is Linear ? "outFeatures" : "outChannels";
        object value = size.Constant is { } number ? number : size.Text;
        return new($"Set {argument} = {size} of {TitleOf(node)}", "Size", new SetArgument(node.Attribute, argument, value));
    }

    /// <summary>The node by the name of its field, which tells it from its like.</summary>
    private static string TitleOf(GraphNode node) => $"{node.Operator} '{node.Name}'";

    private static Window? WindowOf(GraphNode node) => (node.Layer as Convolution)?.Window ?? (node.Layer as Pooling)?.Window;

    /// <summary>The nodes from one that makes a value back to a join or an input.</summary>
    private static IEnumerable<GraphNode> Line(string value, ModelGraph graph)
    {
        while (graph.Nodes.FirstOrDefault(candidate => candidate.Name == value) is { Inputs: { Count: 1 } inputs } node)
        {
            yield return node;
            value = inputs[0];
        }
    }

    /// <summary>The layer that decides how many features or channels a value has.</summary>
    private static GraphNode? Sized(string value, ModelGraph graph) => Line(value, graph).FirstOrDefault(node => OutOf(node) is not null);

    private static Dim? OutOf(GraphNode node) => (node.Layer as Linear)?.Out ?? (node.Layer as Convolution)?.Out;

    /// <summary>The size that a shape has where the layer puts its own.</summary>
    private static Dim? ChannelsOf(GraphNode maker, Shape shape) => (maker.Layer, shape.Rank) switch
    {
        (Linear, > 0) => shape[-1],
        (Convolution, > 1) => shape[1],
        _ => null,
    };

    private static string? Property(Fault fault, string key) => fault.Properties.Where(property => property.Key == key).Select(property => property.Value).FirstOrDefault();
}
