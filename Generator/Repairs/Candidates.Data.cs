using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators.Sequence;
using NeuralDsl.Shapes;

namespace NeuralDsl.Repairs;

/// <content>Data, and what is measured.</content>
internal static partial class Candidates
{
    /// <summary>The column that was probably meant, also for a target that is not declared and so is looked for under its own name.</summary>
    private static IEnumerable<IEnumerable<Repair>> UnknownColumn(Fault fault, ModelDeclaration declaration)
    {
        var (attribute, argument) = (fault.Location.Attribute, fault.Location.Argument!);
        if (declaration.Attributes[attribute].Arguments.Any(written => written.Name == argument))
            return Nearest(fault, declaration);
        return Property(fault, Fault.NearestName) is { } nearest ? [[SetData(attribute, argument, nearest)]] : [];
    }

    /// <summary>The input in the shape that the data have.</summary>
    private static IEnumerable<IEnumerable<Repair>> InputOfData(Fault fault, ModelGraph graph)
    {
        if (Property(fault, DataChecker.Shape) is { } shape && graph.Inputs.FirstOrDefault(input => input.Name == Property(fault, DataChecker.Input)) is { } input)
            yield return [Declare(input, shape)];
    }

    /// <summary>The other way to write classes, where it is said, or is not.</summary>
    private static IEnumerable<IEnumerable<Repair>> UnfitLabels(Fault fault, ModelDeclaration declaration)
    {
        var attribute = fault.Location.Attribute;
        if (declaration.Attributes[attribute].Arguments.Any(argument => argument.Name == "Labels"))
            yield return [new($"Remove Labels of {declaration.Attributes[attribute].Name}", "Labels", new RemoveArgument(attribute, "Labels"))];
        foreach (var encoding in new[] { "OneHot", "Index" })
            yield return [SetData(attribute, "Labels", new EnumMember(encoding, "LabelEncoding"))];
    }

    /// <summary>As many scores as there are classes.</summary>
    private static IEnumerable<IEnumerable<Repair>> ClassesOfData(Fault fault, ModelGraph graph)
    {
        if (Property(fault, DataChecker.Count) is { } count && graph.Losses.FirstOrDefault() is { Prediction: { } prediction } && Sized(prediction, graph) is { } last)
            yield return [SetOut(last, Number(count))];
    }

    /// <summary>A row for every token, or fewer tokens.</summary>
    private static IEnumerable<IEnumerable<Repair>> Vocabulary(Fault fault, ModelGraph graph)
    {
        if (graph.Nodes.FirstOrDefault(node => node.Name == Property(fault, DataChecker.Input)) is { } node && Property(fault, DataChecker.Count) is { } count)
            yield return [Set(node, "rows", Number(count))];
        yield return [SetData(fault.Location.Attribute, "NumWords", Number(Property(fault, DataChecker.Limit)!))];
    }

    /// <summary>Rows that are cut where the model ends, or more positions.</summary>
    private static IEnumerable<IEnumerable<Repair>> DataSize(Fault fault, ModelDeclaration declaration, ModelGraph graph)
    {
        if (declaration.Attributes[fault.Location.Attribute].Name != "Text" || Property(fault, DataChecker.Limit) is not { } limit)
            yield break;
        yield return [SetData(fault.Location.Attribute, "Length", Number(limit))];
        if (Property(fault, DataChecker.Count) is not { } count)
            yield break;
        foreach (var node in graph.Nodes.Where(node => node.Layer is PositionEmbedding))
            yield return [Set(node, "positions", Number(count))];
    }

    /// <summary>The measurement without a metric, or none where it is the only one.</summary>
    private static IEnumerable<IEnumerable<Repair>> UnfitMetric(Fault fault, ModelDeclaration declaration, ModelGraph graph)
    {
        var attribute = fault.Location.Attribute;
        yield return
        [
            graph.Settings.Metrics is { Names.Count: > 1 }
                ? new($"Remove {fault.Arguments[0]}", "Metric", new RemoveElement(attribute, fault.Location.Argument!, fault.Location.Element))
                : Remove(attribute, declaration),
        ];
    }

    private static IEnumerable<IEnumerable<Repair>> SeveralData(Fault fault, ModelDeclaration declaration) =>
        new[] { fault.Location.Attribute, declaration.Attributes.ToList().FindIndex(attribute => GraphData.IsKind(attribute.Name)) }.Select(attribute => new[] { Remove(attribute, declaration) });

    private static Repair SetData(int attribute, string argument, object value)
    {
        var edit = new SetArgument(attribute, argument, value);
        return new($"Set {argument} = {edit.Text}", argument, edit);
    }

    private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
