using Microsoft.CodeAnalysis;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A layer's place in the model while its rule runs: its inputs, and where its faults go.</summary>
internal sealed class LayerCheck(GraphNode node, IReadOnlyList<TensorType> inputs, Func<string, string> pathTo, IReadOnlyList<TypedLayer> layers, Requirements requirements, ICollection<Fault> faults)
{
    public IReadOnlyList<TensorType> Inputs => inputs;

    /// <summary>The first input, which is the only one of most layers.</summary>
    public TensorType Input => inputs[0];

    public Shape Shape => Input.Shape;

    /// <summary>The layer as messages call it.</summary>
    public string Title => node.Title;

    /// <summary>The way from the model's input to this layer's first input, with shapes.</summary>
    public string Path => node.Inputs is [var input, ..] ? pathTo(input) : Title;

    /// <summary>The way to each input of a join, with shapes.</summary>
    public string Paths => string.Join("; ", node.Inputs!.Value.Distinct().Select(pathTo));

    /// <summary>Reports a fault at an argument, or at the whole attribute, and gives null for the rule to return.</summary>
    public TensorType? Fail(DiagnosticDescriptor rule, string? argument, params string[] messageArguments)
    {
        faults.Add(At(rule, argument, messageArguments));
        return null;
    }

    public TensorType? Fail(Fault fault)
    {
        faults.Add(fault);
        return null;
    }

    public Fault At(DiagnosticDescriptor rule, string? argument, params string[] messageArguments) =>
        new(rule, new(node.Attribute, argument), messageArguments);

    /// <summary>
    /// Whether the condition can hold; one that holds for some values only is checked when they are known. Reports
    /// <paramref name="otherwise"/> where it never holds, and where it would fix the size of the batch.
    /// </summary>
    public bool Require(Dim left, Relation relation, Dim right, Func<Fault> otherwise)
    {
        var condition = Condition.Create(left, relation, right, Title);
        switch (requirements.Require(condition))
        {
            case Verdict.Holds:
                return true;
            case Verdict.PinsBatch:
                Fail(Rules.PinnedBatch, null, Title, condition.Text, Paths);
                return false;
            default:
                Fail(requirements.Refutation is { } refutation ? otherwise().WithCounterexample(refutation) : otherwise());
                return false;
        }
    }

    /// <summary>The other layer's weight that it uses, or null.</summary>
    public TiedWeight? Tie => node.Tie;

    /// <summary>The blocks and the layer that have that weight; null or none where one of them is not known.</summary>
    public IReadOnlyList<TypedLayer>? FindTied() => node.Tie?.Find(layers);

    /// <summary>Whether a size over hyper-parameters can be as large as its argument asks; reports it otherwise.</summary>
    public bool IsLargeEnough(SizeArgument argument) => Require(argument.Size, Relation.AtLeast, argument.Minimum, () =>
        At(Rules.InvalidArgument, argument.Name, argument.Name, Title, $"at least {argument.Minimum}", argument.Size.Text));

    /// <summary>Whether every symbol of a shape that an argument writes has a value; reports the first that has none, at its characters.</summary>
    public bool Knows(Shape shape, string argument, string text) => shape.Axes.All(axis => Knows(axis.Size, argument, text));

    /// <summary>Whether every symbol of a size has a value; reports the first that has none, at its characters where the argument has it.</summary>
    public bool Knows(Dim size, string argument, string text)
    {
        if (requirements.FindUnknown(size) is not { } unknown)
            return true;
        if (unknown[0] == '?')
            unknown = "?";
        var start = unknown == "?" ? text.IndexOf('?') : ShapeParser.IndexOf(text, unknown);
        var location = new FaultLocation(node.Attribute, argument, Math.Max(start, 0), start < 0 ? -1 : unknown.Length);
        var nearest = Spelling.Nearest(unknown, requirements.KnownSymbols);
        var why = requirements.MayBeAbsent(unknown) ? "it is an axis only of inputs that may be absent"
            : $"it is no hyper-parameter and follows from no axis of an input{(nearest is null ? "" : $"; did you mean '{nearest}'?")}";
        Fail(new Fault(Rules.UnknownSymbol, location, unknown, Title, why).WithNearest(nearest));
        return false;
    }

    /// <summary>The size as earlier conditions make it simpler.</summary>
    public Dim Simplify(Dim size) => requirements.Simplify(size);

    /// <summary>Whether the input is floating point; reports it otherwise.</summary>
    public bool IsFloatingPoint()
    {
        if (Input.IsFloatingPoint)
            return true;
        Fail(Rules.WrongDType, null, Title, "a floating-point tensor", Input.ToString(), Path);
        return false;
    }

    /// <summary>Whether the input has as many axes as one of <paramref name="layouts"/> names, such as <c>N T F</c>; reports it otherwise.</summary>
    public bool HasAxes(params string[] layouts)
    {
        if (layouts.Any(layout => layout.Split(' ').Length == Shape.Rank))
            return true;
        var expected = string.Join(" or ", layouts.Select(layout => $"{layout.Split(' ').Length} axes [{layout.Replace(' ', ',')}]"));
        Fail(Rules.WrongRank, null, Title, expected, Shape.ToDisplay(), Path);
        return false;
    }

    /// <summary>Whether the input has the axes of one of <paramref name="layouts"/>, whose second is the channels', such as <c>N C H W</c>; reports it otherwise.</summary>
    public bool HasLayout(params string[] layouts)
    {
        if (!HasAxes(layouts))
            return false;
        // Sizes alone cannot tell N H W C from N C H W; an axis that is named C can.
        var channel = Shape.Axes.Select((axis, i) => (axis, i)).FirstOrDefault(pair => pair.axis.Name == "C");
        if (channel.axis is not null && channel.i != 1)
        {
            var order = Enumerable.Range(0, Shape.Rank).Where(axis => axis != channel.i).ToList();
            order.Insert(1, channel.i);
            Fail(At(Rules.WrongAxisOrder, null, Title, CSharp.Number(channel.i), $"{Path} with axes {Shape}").With("Order", string.Join(" ", order)));
            return false;
        }
        return true;
    }

    /// <summary>
    /// Whether a further input is of one of the types that the layer takes there, with axes of size 1 instead where it
    /// <paramref name="stretches"/>; reports it at the argument that names it.
    /// </summary>
    public bool Takes(int input, ValueNames names, bool stretches, params TensorType[] types)
    {
        var actual = Inputs[input];
        Fault Differs() => At(Rules.LayerInput, names.Argument, Title, string.Join(" or ", types.Select(type => type.ToString())), names.Argument, actual.ToString(), Paths);
        if (types.FirstOrDefault(type => type.DType == actual.DType && type.Shape.Rank == actual.Shape.Rank) is not { } expected || !actual.Shape.HasNamesOf(expected.Shape))
        {
            Fail(Differs());
            return false;
        }
        return Enumerable.Range(0, actual.Shape.Rank).All(axis =>
            (stretches && actual.Shape[axis].Constant == 1) || Require(actual.Shape[axis], Relation.Equal, expected.Shape[axis], Differs));
    }

    /// <summary>The number on an axis that sizes weights, checked against what the layer declares; null after a fault.</summary>
    public Dim? Features(int axis, string noun, Dim? declared, int input = 0)
    {
        var size = Simplify(Inputs[input].Shape[axis]);
        if (!requirements.IsKnownWhenConstructed(size))
        {
            Fail(Rules.UnknownFeatures, null, Title, noun, size.Text, pathTo(node.Inputs!.Value[input]));
            return null;
        }
        if (declared is not null && !Require(size, Relation.Equal, declared, () =>
            At(Rules.DeclaredInput, "In", Title, declared.Text, noun, size.Text, Path).With("In", size.Constant is null ? $"\"{size}\"" : size.Text)))
        {
            return null;
        }
        return size;
    }
}
