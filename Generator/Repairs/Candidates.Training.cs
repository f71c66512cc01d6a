using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.Losses;

namespace NeuralDsl.Repairs;

/// <content>Losses, optimizers and what stands in their way.</content>
internal static partial class Candidates
{
    /// <summary>The target's declaration as the loss takes it.</summary>
    private static IEnumerable<IEnumerable<Repair>> WrongTarget(Fault fault, ModelGraph graph)
    {
        var loss = graph.Losses.FirstOrDefault(candidate => candidate.Attribute == fault.Location.Attribute);
        if (graph.Inputs.FirstOrDefault(candidate => loss?.Targets.Contains(candidate.Name) == true) is not { } input || loss?.Prediction is not { } prediction)
            yield break;
        foreach (var forgotten in Sized(prediction, graph) is { } maker ? Forgotten(maker) : [])
            yield return forgotten;
        if (Property(fault, "Shape") is { } shape)
            yield return [Declare(input, shape)];
        if (Property(fault, "DType") is { } dtype && Property(fault, "TargetShape") is { } expected)
        {
            yield return
            [
                DeclareDType(input, dtype),
                new($"Declare input '{input.Name}' as {dtype} \"{expected}\"", "DType", SetDType(input, dtype), new SetArgument(input.Attribute, "shape", expected)),
            ];
        }
        foreach (var other in Catalogue.Losses.Keys.Where(other => other is "CrossEntropyLoss" or "BCEWithLogitsLoss" or "MSELoss" && other != loss.Operator))
            yield return [new($"Take {other} in place of {loss.Operator}", "Loss", new RenameAttribute(loss.Attribute, other))];
        if (graph.Nodes.FirstOrDefault(node => node.Name == prediction) is { IsNamed: false } last)
        {
            var squeeze = new InsertAttribute(last.Attribute, "Squeeze", [new("axis", -1L)], IsAfter: true);
            yield return [new($"Add [{squeeze.Text}] after {TitleOf(last)}", "Squeeze", squeeze)];
        }
    }

    /// <summary>The loss that applies the sigmoid, where it is the same one otherwise.</summary>
    private static IEnumerable<IEnumerable<Repair>> LogitsAsProbabilities(Fault fault, ModelGraph graph)
    {
        if (LossOf(fault, graph).Loss is BCELoss)
            yield return [new("Take BCEWithLogitsLoss, which takes logits", "Logits", new RenameAttribute(fault.Location.Attribute, "BCEWithLogitsLoss"))];
    }

    /// <summary>The logarithm with the softmax, or else the loss that applies both.</summary>
    private static IEnumerable<IEnumerable<Repair>> NotLogProbabilities(Fault fault, ModelGraph graph)
    {
        var loss = LossOf(fault, graph);
        if (graph.Nodes.FirstOrDefault(node => node.Name == loss.Prediction) is { Operator: "Softmax" } softmax)
            yield return [new("Take LogSoftmax, which makes log-probabilities", "Logarithm", new RenameAttribute(softmax.Attribute, "LogSoftmax"))];
        else if (loss.Loss is NLLLoss)
            yield return [new("Take CrossEntropyLoss, which takes logits", "Logits", new RenameAttribute(loss.Attribute, "CrossEntropyLoss"))];
    }

    private static GraphLoss LossOf(Fault fault, ModelGraph graph) => graph.Losses.First(candidate => candidate.Attribute == fault.Location.Attribute);

    /// <summary>A layer that the loss does not want: away with it, or round it where its value is wanted elsewhere.</summary>
    private static IEnumerable<IEnumerable<Repair>> Unwanted(GraphNode node, ModelGraph graph)
    {
        yield return [Remove(node)];
        if (graph.Nodes.FirstOrDefault(before => before.Name == node.Inputs!.Value[0] && before.IsNamed) is not { } source)
            yield break;
        foreach (var loss in graph.Losses.Where(loss => loss.Prediction == node.Name))
            yield return [new($"Let {loss.Operator} take '{source.Name}'", "From", new SetArgument(loss.Attribute, "From", source.Name))];
    }

    private static IEnumerable<IEnumerable<Repair>> WrongPrediction(Fault fault, ModelGraph graph)
    {
        var loss = LossOf(fault, graph);
        if (graph.Nodes.FirstOrDefault(node => node.Name == loss.Prediction) is { Inputs.Count: > 0 } node)
            yield return [Remove(node)];
    }

    /// <summary>The value of a line that nothing uses yet, or the one that the first loss takes.</summary>
    private static IEnumerable<IEnumerable<Repair>> AmbiguousLosses(Fault fault, ModelGraph graph)
    {
        var loss = LossOf(fault, graph);
        bool IsUnused(GraphNode node) => graph.Nodes.All(other => other.Inputs?.Contains(node.Name) != true);
        return graph.Nodes.Where(node => node.IsNamed && IsUnused(node))
            .Select(node => new[] { new Repair($"Let {loss.Operator} take '{node.Name}'", "From", new SetArgument(loss.Attribute, "From", node.Name)) });
    }

    /// <summary>A loss for what the model makes, or no optimizer.</summary>
    private static IEnumerable<IEnumerable<Repair>> OptimizerWithoutLoss(Fault fault, ModelDeclaration declaration, ModelGraph graph)
    {
        string[] losses = graph.Nodes.LastOrDefault() switch
        {
            { Layer: Activation { Function.MakesProbabilities: true } } => ["BCELoss"],
            { Layer: Linear { Out.Constant: 1 } } => ["BCEWithLogitsLoss", "MSELoss"],
            { Layer: Linear } => ["CrossEntropyLoss", "MSELoss"],
            _ => [],
        };
        return losses.Select(loss => new[] { new Repair($"Add [{loss}] before {fault.Arguments[0]}", loss, new InsertAttribute(fault.Location.Attribute, loss, [])) })
            .Append([Remove(fault.Location.Attribute, declaration)]);
    }

    /// <summary>What one group takes only, the other one leaves out.</summary>
    private static IEnumerable<IEnumerable<Repair>> NotOneGroup(Fault fault, ModelGraph graph)
    {
        var groups = graph.PhaseOf(fault.Location.Attribute).Groups;
        if (groups.Count != 2)
            yield break;
        var group = groups.First(candidate => candidate.Attribute == fault.Location.Attribute);
        var other = groups.First(candidate => candidate != group);
        var (wanted, unwanted, patterns) = other.Except is null ? ("Except", "Only", other.Only) : ("Only", "Except", other.Only is null ? other.Except : null);
        if (patterns is not null)
        {
            var edit = new SetArgument(group.Attribute, wanted, patterns);
            yield return [new($"Set {wanted} = {edit.Text} of {group.Operator}", "Group", new RemoveArgument(group.Attribute, unwanted), edit)];
        }
    }

    private static IEnumerable<IEnumerable<Repair>> SoftmaxOverOne(GraphNode node)
    {
        if (node.Layer is Softmax { IsLogarithm: false })
            yield return [new($"Take Sigmoid in place of {TitleOf(node)}", "Sigmoid", new RenameAttribute(node.Attribute, "Sigmoid"), new RemoveArgument(node.Attribute, "axis"))];
        yield return Enumerable.Range(1, 3).Select(axis => Set(node, "axis", (long)axis));
    }

    /// <summary>The two in the other order, where they stand next to each other and neither is spoken of by name; or no dropout.</summary>
    private static IEnumerable<IEnumerable<Repair>> BatchNormAfterDropout(GraphNode norm, ModelGraph graph)
    {
        if (Line(norm.Inputs!.Value[0], graph).FirstOrDefault(node => node.Layer is Dropout) is not { } dropout)
            yield break;
        var taken = graph.Nodes.Where(node => node != norm && node.Inputs?.Contains(dropout.Name) == true);
        if (norm.Attribute == dropout.Attribute + 1 && !norm.IsNamed && !dropout.IsNamed && !taken.Any())
            yield return [new($"Move {TitleOf(norm)} before {TitleOf(dropout)}", "Move", new MoveAttribute(norm.Attribute, dropout.Attribute))];
        yield return [Remove(dropout)];
    }
}
