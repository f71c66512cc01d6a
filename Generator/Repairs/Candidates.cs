using Microsoft.CodeAnalysis;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Shapes;

namespace NeuralDsl.Repairs;

/// <summary>
/// Edits that may repair a fault. Each inner sequence is one way to do it, from which the first that helps is taken: the paddings of
/// one convolution, say, smallest first.
/// </summary>
internal static partial class Candidates
{
    /// <summary>No sensible model pads by more.</summary>
    private const long MostPadding = 16;

    private delegate IEnumerable<IEnumerable<Repair>> Ways(Fault fault, ModelDeclaration declaration, ModelGraph graph);

    private static readonly IReadOnlyDictionary<DiagnosticDescriptor, Ways> ByRule = new Dictionary<DiagnosticDescriptor, Ways>
    {
        [Rules.MisplacedInput] = (fault, _, graph) => MisplacedInput(fault, graph),
        [Rules.UnknownName] = (fault, declaration, _) => Nearest(fault, declaration),
        [Rules.DuplicateName] = OtherName,
        [Rules.InvalidName] = OtherName,
        [Rules.UnusedInput] = (fault, _, graph) => UnusedInput(fault, graph),
        [Rules.UnusedLayer] = OfNode((node, _, graph) => [[UnusedLine(node, graph)]]),
        [Rules.MalformedShape] = (fault, declaration, _) => MalformedShape(fault, declaration),
        [Rules.UnknownSymbol] = (fault, declaration, _) => Nearest(fault, declaration),
        [Rules.WrongRank] = OfNode((node, _, _) => WrongRank(node)),
        [Rules.WrongDType] = OfNode((node, _, graph) => WrongDType(node, graph)),
        [Rules.WrongAxisOrder] = OfNode(WrongAxisOrder),
        [Rules.AxisOutOfRange] = OfNode((node, fault, _) => [[Set(node, fault.Location.Argument!, -1L)]]),
        [Rules.WrongInputCount] = WrongInputCount,
        [Rules.NotOne] = OfNode((node, _, _) => [Enumerable.Range(1, 4).Select(axis => Set(node, "axis", (long)axis)), [Remove(node)]]),
        [Rules.EmptyOutput] = OfNode((node, _, _) => [Paddings(node, from: (WindowOf(node)?.Padding[0].Constant ?? 0) + 1)]),
        [Rules.IndivisibleGroups] = OfNode((node, _, _) => [Groups(node)]),
        [Rules.DeclaredInput] = OfNode(DeclaredInput),
        [Rules.UnknownFeatures] = OfNode((node, _, graph) => UnknownFeatures(node, graph)),
        [Rules.DeclaredOutput] = (fault, _, graph) => DeclaredOutput(fault, graph),
        [Rules.JoinedShapes] = OfNode((node, _, graph) => JoinedShapes(node, graph)),
        [Rules.PinnedBatch] = OfNode((node, _, graph) => PinnedBatch(node, graph)),
        [Rules.IndivisibleAxis] = OfNode((node, _, _) => [Parts(node)]),
        [Rules.IndexOutOfRange] = OfNode((node, fault, _) => IndexOutOfRange(node, fault)),
        [Rules.ReshapedElements] = OfNode((node, fault, _) => [Reshapes(node, fault)]),
        [Rules.LayerInput] = BlockInput,
        [Rules.CannotShare] = OfNode((node, fault, _) =>
            [[new($"Give {TitleOf(node)} weights of its own", "Own", new RemoveArgument(node.Attribute, fault.Location.Argument!))]]),
        [Rules.CannotBeAbsent] = OfNode((node, _, _) => [Paddings(node, from: 0)]),
        [Rules.WrongPrediction] = (fault, _, graph) => WrongPrediction(fault, graph),
        [Rules.AmbiguousLosses] = (fault, _, graph) => AmbiguousLosses(fault, graph),
        [Rules.WrongTarget] = (fault, _, graph) => WrongTarget(fault, graph),
        [Rules.SeveralOptimizers] = (fault, declaration, graph) =>
            new[] { fault.Location.Attribute, graph.PhaseOf(fault.Location.Attribute).Groups[0].Attribute }.Select(attribute => new[] { Remove(attribute, declaration) }),
        [Rules.OptimizerWithoutLoss] = OptimizerWithoutLoss,
        [Rules.UselessPattern] = (fault, declaration, _) => Nearest(fault, declaration),
        [Rules.NotOneGroup] = (fault, _, graph) => NotOneGroup(fault, graph),
        [Rules.UnfitMetric] = UnfitMetric,
        [Rules.SeveralData] = (fault, declaration, _) => SeveralData(fault, declaration),
        [Rules.UnknownColumn] = (fault, declaration, _) => UnknownColumn(fault, declaration),
        [Rules.ColumnCount] = (fault, _, graph) => InputOfData(fault, graph),
        [Rules.DataFields] = (fault, declaration, _) => Nearest(fault, declaration),
        [Rules.UnfitLabels] = (fault, declaration, _) => UnfitLabels(fault, declaration),
        [Rules.TooManyClasses] = (fault, _, graph) => ClassesOfData(fault, graph),
        [Rules.LabelRange] = (fault, _, graph) => ClassesOfData(fault, graph),
        [Rules.ImageSize] = (fault, _, graph) => InputOfData(fault, graph),
        [Rules.Vocabulary] = (fault, _, graph) => Vocabulary(fault, graph),
        [Rules.DataSize] = DataSize,
        [Rules.SoftmaxBeforeCrossEntropy] = OfOneLayer((node, _, graph) => Unwanted(node, graph)),
        [Rules.SigmoidBeforeLogitsLoss] = OfOneLayer((node, _, graph) => Unwanted(node, graph)),
        [Rules.LogitsAsProbabilities] = (fault, _, graph) => LogitsAsProbabilities(fault, graph),
        [Rules.NotLogProbabilities] = (fault, _, graph) => NotLogProbabilities(fault, graph),
        [Rules.SoftmaxOverOne] = OfNode((node, _, _) => SoftmaxOverOne(node)),
        [Rules.SoftmaxOverBatch] = OfNode((node, _, _) => [[Set(node, "axis", -1L)]]),
        [Rules.ActivationBeforeLoss] = OfOneLayer((node, _, graph) => Unwanted(node, graph)),
        [Rules.LinearAfterLinear] = OfOneLayer((node, _, graph) => [[Insert(node, "ReLU")], [Remove(graph.Nodes.First(first => first.Name == node.Inputs!.Value[0]))]]),
        [Rules.DoubledActivation] = OfOneLayer((node, _, _) => [[Remove(node)]]),
        [Rules.DropoutOfEverything] = OfNode((node, _, _) => [[Set(node, "p", 0.5)], [Remove(node)]]),
        [Rules.BiasBeforeBatchNorm] = OfOneLayer((node, _, _) => [[new($"Set Bias = false of {TitleOf(node)}", "Bias", new SetArgument(node.Attribute, "Bias", false))]]),
        [Rules.BatchNormAfterDropout] = OfOneLayer((node, _, graph) => BatchNormAfterDropout(node, graph)),
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

    /// <summary>For a rule whose faults are at a layer; what is wrong within a block is repaired where the block is declared, if at all.</summary>
    private static Ways OfOneLayer(Func<GraphNode, Fault, ModelGraph, IEnumerable<IEnumerable<Repair>>> ways) =>
        OfNode((node, fault, graph) => node.Layer is Block ? [] : ways(node, fault, graph));

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

    private static Repair Set(GraphNode node, string argument, object value)
    {
        var edit = new SetArgument(node.Attribute, argument, value);
        return new($"Set {argument} = {edit.Text} of {TitleOf(node)}", argument, edit);
    }

    /// <summary>Another declaration of an input.</summary>
    private static Repair Declare(GraphInput input, string shape) =>
        new($"Declare input '{input.Name}' as \"{shape}\"", "Declaration", new SetArgument(input.Attribute, "shape", shape));

    private static Repair DeclareDType(GraphInput input, string dtype) => new($"Declare input '{input.Name}' as {dtype}", "DType", SetDType(input, dtype));

    private static SetArgument SetDType(GraphInput input, string dtype) => new(input.Attribute, "dtype", new EnumMember(dtype, "DType"));

    private static Repair Remove(int attribute, ModelDeclaration declaration) =>
        new($"Remove {declaration.Attributes[attribute].Name}", "Remove", new RemoveAttribute(attribute));

    private static Repair Remove(GraphNode node) => new($"Remove {TitleOf(node)}", "Remove", new RemoveAttribute(node.Attribute));

    private static Repair SetOut(GraphNode node, Dim size)
    {
        var argument = OutArgument(node);
        object value = size.Constant is { } number ? number : size.Text;
        return new($"Set {argument} = {size} of {TitleOf(node)}", "Size", new SetArgument(node.Attribute, argument, value));
    }

    private static string OutArgument(GraphNode node) => node.Layer is Linear ? "outFeatures" : "outChannels";

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
