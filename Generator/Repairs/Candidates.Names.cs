using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;

namespace NeuralDsl.Repairs;

/// <content>Names, and what stands where it cannot.</content>
internal static partial class Candidates
{
    /// <summary>What a shape is written with elsewhere, and a blank here.</summary>
    private static readonly char[] Separators = [' ', ',', ';', ':', '(', ')', '[', ']', '{', '}'];

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

    /// <summary>A name like the refused one that is free.</summary>
    private static IEnumerable<IEnumerable<Repair>> OtherName(Fault fault, ModelDeclaration declaration, ModelGraph graph)
    {
        var attribute = declaration.Attributes[fault.Location.Attribute];
        if (attribute.Name == "Output")
            yield return [Remove(fault.Location.Attribute, declaration)];
        if (fault.Location.Argument is not { } argument || fault.Arguments[0] is not { Length: > 0 } name
            || attribute.Name == "Output" || attribute.Arguments.FirstOrDefault(given => given.Name == argument)?.Value as string != name)
        {
            yield break;
        }
        var letters = new string([.. name.Select(c => char.IsLetterOrDigit(c) ? c : '_')]);
        var stem = char.IsDigit(letters[0]) ? $"_{letters}" : letters;
        // A name that says what the layer is reads better than a number; of two equal names the second gets one.
        string[] names = fault.Descriptor == Rules.InvalidName ? [stem, stem + CSharp.Pascal(attribute.Name)] : [];
        yield return names.Concat(Enumerable.Range(2, 8).Select(number => stem.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + CSharp.Number(number)))
            .Where(free => graph.Nodes.All(node => node.Name != free))
            .Select(free => new Repair($"Rename to '{free}'", "Rename", new SetArgument(fault.Location.Attribute, argument, free)));
    }

    private static IEnumerable<IEnumerable<Repair>> MisplacedInput(Fault fault, ModelGraph graph)
    {
        if (graph.Nodes.FirstOrDefault() is { } first && first.Attribute < fault.Location.Attribute)
            yield return [new($"Move input '{fault.Arguments[0]}' before {TitleOf(first)}", "Move", new MoveAttribute(fault.Location.Attribute, first.Attribute))];
    }

    /// <summary>The input is what a loss has a name of its own for, or nothing.</summary>
    private static IEnumerable<IEnumerable<Repair>> UnusedInput(Fault fault, ModelGraph graph)
    {
        var input = graph.Inputs.First(candidate => candidate.Attribute == fault.Location.Attribute);
        foreach (var loss in graph.Losses.Where(loss => loss.Targets is [var target] && graph.Inputs.All(other => other.Name != target)))
            yield return [new($"Let {loss.Operator} take '{input.Name}' as its target", "Target", new SetArgument(loss.Attribute, "Target", input.Name))];
        yield return [new($"Remove input '{input.Name}'", "Remove", new RemoveAttribute(input.Attribute))];
    }

    /// <summary>Away with a layer that nothing uses, and with those that only it uses.</summary>
    private static Repair UnusedLine(GraphNode node, ModelGraph graph)
    {
        var line = new List<GraphNode> { node };
        bool IsUsed(string value) => graph.Nodes.Any(other => !line.Contains(other) && (other.Inputs?.Contains(value) == true || other.Share == value))
            || graph.Losses.Any(loss => loss.Predictions?.Contains(value) == true) || graph.Outputs.Any(output => output.Value == value);
        foreach (var before in Line(node.Inputs!.Value[0], graph).TakeWhile(before => !IsUsed(before.Name)))
            line.Insert(0, before);
        return new($"Remove {string.Join(" and ", line.Select(TitleOf))}", "Remove", [.. line.Select(unused => new RemoveAttribute(unused.Attribute))]);
    }

    /// <summary>A shape as other libraries write it: with commas, or in parentheses.</summary>
    private static IEnumerable<IEnumerable<Repair>> MalformedShape(Fault fault, ModelDeclaration declaration)
    {
        if (fault.Arguments[0] != "shape" || fault.Location.Argument is not { } argument)
            yield break;
        var shape = string.Join(" ", fault.Arguments[1].Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        var name = declaration.Attributes[fault.Location.Attribute].Name;
        yield return [new($"Write the shape of {name} as \"{shape}\"", "Shape", new SetArgument(fault.Location.Attribute, argument, shape))];
    }

    /// <summary>Several values for a layer that takes one become one first.</summary>
    private static IEnumerable<IEnumerable<Repair>> WrongInputCount(Fault fault, ModelDeclaration declaration, ModelGraph graph)
    {
        var node = graph.Nodes.FirstOrDefault(candidate => candidate.Attribute == fault.Location.Attribute);
        if (node is null || declaration.Attributes[node.Attribute].Arguments.FirstOrDefault(argument => argument.Name == "From")?.Value is not string from)
            yield break;
        var insert = new InsertAttribute(node.Attribute, "Concat", [new("values", from)]);
        yield return [new($"Add [{insert.Text}] before {TitleOf(node)}", "Concat", insert, new RemoveArgument(node.Attribute, "From"))];
    }
}
