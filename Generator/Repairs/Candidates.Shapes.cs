using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Joins;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.ShapeOperators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Repairs;

/// <content>Shapes and sizes.</content>
internal static partial class Candidates
{
    /// <summary>A declared <c>In</c> that is right where something before it was forgotten or is of another size.</summary>
    private static IEnumerable<IEnumerable<Repair>> DeclaredInput(GraphNode node, Fault fault, ModelGraph graph)
    {
        if (node.Layer is Linear)
        {
            yield return [Insert(node, "Flatten")];
            yield return [Transpose(node)];
        }
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
        if (Sized(output.Value, graph) is { } maker)
        {
            if (ChannelsOf(maker, asserted) is { } size)
                yield return [SetOut(maker, size)];
            foreach (var forgotten in Forgotten(maker))
                yield return forgotten;
        }
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
        if (node.Layer is not ElementwiseJoin { Others.Names: var others } || !node.Inputs!.Value.Skip(1).Any())
            yield break;
        foreach (var (other, _) in Sized(node.Inputs!.Value[0], graph) is null ? [] : others)
            yield return [Projection(node, other, graph)];
        yield return [Transpose(node)];
    }

    /// <summary>A layer on the shorter way that gives it the shape of the other one, as residual networks have it; with the strides of that one.</summary>
    private static Repair Projection(GraphNode join, string shortcut, ModelGraph graph)
    {
        var (current, maker) = (join.Inputs!.Value[0], Sized(join.Inputs!.Value[0], graph)!);
        var name = new[] { "projection" }.Concat(Enumerable.Range(2, 8).Select(number => $"projection{CSharp.Number(number)}"))
            .First(free => graph.Nodes.All(node => node.Name != free) && graph.Inputs.All(input => input.Name != free));
        var values = string.Join(", ", ((ElementwiseJoin)join.Layer!).Others.Names.Select(other => other.Name == shortcut ? name : other.Name));
        var stride = Line(current, graph).TakeWhile(node => node.Name != shortcut).Aggregate(1L, (product, node) => product * (WindowOf(node)?.Stride.Common?.Constant ?? 1));
        var size = OutOf(maker)!;
        List<ArgumentDeclaration> arguments = [new(OutArgument(maker), size.Constant is { } number ? number : size.Text)];
        if (maker.Layer is Convolution)
            arguments.Add(new("kernel", 1L));
        if (maker.Layer is Convolution && stride > 1)
            arguments.Add(new("Stride", stride));
        arguments.AddRange([new("From", shortcut), new("Name", name)]);
        var insert = new InsertAttribute(join.Attribute, maker.Operator, arguments.ToEquatableArray());
        return new(
            $"Add [{insert.Text}] and join that", "Projection",
            insert, new SetArgument(join.Attribute, "values", values), new SetArgument(join.Attribute, "From", current));
    }

    /// <summary>What is forgotten most often before a layer that sees one value for each example: to make one of many.</summary>
    private static IEnumerable<IEnumerable<Repair>> Forgotten(GraphNode node) =>
        node.Layer is Linear ? [[Insert(node, "Flatten")], [Insert(node, "Last")]] : [];

    /// <summary>The second and the third axis change places.</summary>
    private static Repair Transpose(GraphNode node) => Insert(node, "Permute", new ArgumentDeclaration("axes", new EquatableArray<long>([0L, 2L, 1L])));

    /// <summary>A missing axis, or the layer's like for as many axes as there are.</summary>
    private static IEnumerable<IEnumerable<Repair>> WrongRank(GraphNode node)
    {
        yield return [Insert(node, "Unsqueeze", new ArgumentDeclaration("axis", 1L))];
        var stem = node.Operator.Substring(0, node.Operator.Length - 2);
        yield return new[] { "1d", "2d" }.Select(dimensions => stem + dimensions)
            .Where(other => other != node.Operator && Catalogue.Layers.ContainsKey(other))
            .Select(other => new Repair($"Take {other} in place of {TitleOf(node)}", "Dimensions", new RenameAttribute(node.Attribute, other)));
    }

    /// <summary>The input of the model declared with the other kind of numbers.</summary>
    private static IEnumerable<IEnumerable<Repair>> WrongDType(GraphNode node, ModelGraph graph)
    {
        foreach (var value in node.Inputs!.Value.Distinct())
        {
            var start = Line(value, graph).LastOrDefault()?.Inputs!.Value.FirstOrDefault() ?? value;
            if (graph.Inputs.FirstOrDefault(input => input.Name == start) is { Type.DType: var dtype } input)
                yield return [DeclareDType(input, dtype == DType.Int64 ? nameof(DType.Float32) : nameof(DType.Int64))];
        }
    }

    /// <summary>The data in the layer's order, or put into that order.</summary>
    private static IEnumerable<IEnumerable<Repair>> WrongAxisOrder(GraphNode node, Fault fault, ModelGraph graph)
    {
        var order = Property(fault, "Order")!.Split(' ').Select(int.Parse).ToArray();
        var start = Line(node.Inputs!.Value[0], graph).LastOrDefault()?.Inputs!.Value.FirstOrDefault() ?? node.Inputs!.Value[0];
        if (graph.Inputs.FirstOrDefault(input => input.Name == start) is { Type.Shape: var shape } input && shape.Rank == order.Length)
            yield return [Declare(input, new Shape(order.Select(axis => shape.Axes[axis])).ToString())];
        yield return [Insert(node, "Permute", new ArgumentDeclaration("axes", order.Select(axis => (long)axis).ToEquatableArray()))];
    }

    /// <summary>An axis that only the data has a size of becomes one of a size that is known.</summary>
    private static IEnumerable<IEnumerable<Repair>> UnknownFeatures(GraphNode node, ModelGraph graph)
    {
        if (node.Layer is not Linear)
            yield break;
        var before = graph.Nodes.FirstOrDefault(candidate => candidate.Name == node.Inputs!.Value[0]);
        var isFlat = before?.Layer is Flatten;
        yield return new[] { "AdaptiveAvgPool2d", "AdaptiveAvgPool1d" }.Select(pool =>
        {
            var insert = new InsertAttribute((isFlat ? before! : node).Attribute, pool, [new("output", 1L)]);
            return isFlat
                ? new Repair($"Add [{insert.Text}] before {TitleOf(before!)}", "Pool", insert)
                : new($"Add [{insert.Text}, Flatten] before {TitleOf(node)}", "Pool", insert, new InsertAttribute(node.Attribute, "Flatten", []));
        });
        if (before?.Layer is Flatten { Start: 1, End: -1 })
            yield return [new($"Take Last in place of {TitleOf(before)}", "Last", new RenameAttribute(before.Attribute, "Last"))];
        yield return [Transpose(node)];
    }

    /// <summary>The batch by its symbol, in a reshape and in the other inputs.</summary>
    private static IEnumerable<IEnumerable<Repair>> PinnedBatch(GraphNode node, ModelGraph graph)
    {
        if (graph.Inputs.FirstOrDefault()?.Type?.Shape is not { Rank: > 0 } first || first[0].SymbolName is not { } batch)
            yield break;
        Shape WithBatch(Shape shape) => new([new Axis(Dim.Symbol(batch), batch), .. shape.Axes.Skip(1)]);
        if (node.Layer is Reshape { Target: var target })
            yield return [Set(node, "shape", WithBatch(ShapeParser.Parse(target)).ToString())];
        foreach (var input in graph.Inputs.Skip(1).Where(input => input.Type is { Shape.Rank: > 0 }))
            yield return [Declare(input, WithBatch(input.Type!.Shape).ToString())];
    }

    /// <summary>The nearest number of parts that divides the axis.</summary>
    private static IEnumerable<Repair> Parts(GraphNode node)
    {
        if (node.Layer is not Einops { Sizes: var text } || EinopsSizes.Parse(text) is not [{ Size.Constant: { } parts } size])
            yield break;
        for (var distance = 1L; distance <= parts; distance++)
        {
            foreach (var other in new[] { parts - distance, parts + distance }.Where(other => other > 1))
                yield return Set(node, "sizes", $"{size.Name}={CSharp.Number(other)}");
        }
    }

    private static IEnumerable<IEnumerable<Repair>> IndexOutOfRange(GraphNode node, Fault fault)
    {
        if (fault.Location.Argument == "index")
            yield return [Set(node, "index", -1L)];
        else if (long.TryParse(fault.Arguments[3], out var size))
            yield return [Set(node, "end", size)];
    }

    /// <summary>One number of the shape changed so that the elements are as many as there are.</summary>
    private static IEnumerable<Repair> Reshapes(GraphNode node, Fault fault)
    {
        if (((node.Layer as Reshape)?.Target ?? (node.Layer as Unflatten)?.Target) is not { } text)
            yield break;
        var (target, elements) = (ShapeParser.Parse(text), ShapeParser.ParseDim(fault.Arguments[4]));
        for (var i = target.Rank - 1; i >= 0; i--)
        {
            var others = target.Axes.Where((_, axis) => axis != i).Aggregate((Dim)1, (product, axis) => product * axis.Size);
            if (target[i].Constant is null || (elements / others).Constant is not (> 0 and var size))
                continue;
            var at = i;
            yield return Set(node, "shape", new Shape(target.Axes.Select((axis, j) => j == at ? new Axis(size, axis.Name) : axis)).ToString());
        }
    }

    /// <summary>The block's hyper-parameter that is the size of what arrives.</summary>
    private static IEnumerable<IEnumerable<Repair>> BlockInput(Fault fault, ModelDeclaration declaration, ModelGraph graph)
    {
        var (index, attribute) = (fault.Location.Attribute, declaration.Attributes[fault.Location.Attribute]);
        var given = attribute.Arguments.FirstOrDefault(argument => argument.Name == "arguments")?.Value as string ?? "";
        var inner = attribute.TypeArgument?.Model?.Attributes.FirstOrDefault(candidate =>
            candidate.Name == "Input" && candidate.Arguments.Any(argument => argument.Name == "name" && argument.Value as string == fault.Arguments[2]));
        if (inner?.Arguments.FirstOrDefault(argument => argument.Name == "shape")?.Value is not string text || given.Contains('['))
            yield break;
        var hypers = attribute.TypeArgument!.Model!.Attributes.Where(candidate => candidate.Name == "Hyper")
            .Select(hyper => hyper.Arguments.FirstOrDefault(argument => argument.Name == "name")?.Value as string).ToArray();
        var axes = ShapeParser.Parse(text).Axes;
        var sizes = fault.Arguments[3].Substring(fault.Arguments[3].IndexOf('[') + 1).TrimEnd(']').Split(',');
        for (var axis = 0; axis < Math.Min(axes.Count, sizes.Length); axis++)
        {
            if (axes[axis].Size.SymbolName is not { } hyper || !hypers.Contains(hyper))
                continue;
            var others = given.Split([','], StringSplitOptions.RemoveEmptyEntries).Where(argument => argument.Split('=')[0].Trim() != hyper).Select(argument => argument.Trim());
            var arguments = string.Join(", ", others.Append($"{hyper}={sizes[axis]}"));
            var title = graph.Nodes.First(node => node.Attribute == index).Title;
            yield return [new($"Give {title} {hyper} = {sizes[axis]}", "Hyper", new SetArgument(index, "arguments", arguments))];
        }
    }
}
