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
    public string Path => pathTo(node.Inputs!.Value[0]);

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

    /// <summary>An earlier layer by its name, or null.</summary>
    public TypedLayer? FindLayer(string name) => layers.FirstOrDefault(layer => layer.Name == name);

    /// <summary>Whether a size over hyper-parameters can be as large as its argument asks; reports it otherwise.</summary>
    public bool IsLargeEnough(SizeArgument argument) => Require(argument.Size, Relation.AtLeast, argument.Minimum, () =>
        At(Rules.InvalidArgument, argument.Name, argument.Name, Title, $"at least {argument.Minimum}", argument.Size.Text));

    /// <summary>Whether every symbol of a shape is an axis of an input, so that it has a value; reports the first that is not.</summary>
    public bool Knows(Shape shape, string argument)
    {
        var unknown = shape.Axes.SelectMany(axis => axis.Size.Symbols).FirstOrDefault(symbol => !requirements.Knows(symbol));
        if (unknown is not null)
            Fail(Rules.UnknownSymbol, argument, unknown, Title);
        return unknown is null;
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

    /// <summary>Whether the input has as many axes as <paramref name="layout"/> names, such as <c>N C H W</c>; reports it otherwise.</summary>
    public bool HasLayout(params string[] layouts)
    {
        if (!layouts.Any(layout => layout.Split(' ').Length == Shape.Rank))
        {
            var expected = string.Join(" or ", layouts.Select(layout => $"{layout.Split(' ').Length} axes [{layout.Replace(' ', ',')}]"));
            Fail(Rules.WrongRank, null, Title, expected, Shape.ToDisplay(), Path);
            return false;
        }
        // Sizes alone cannot tell N H W C from N C H W; an axis that is named C can.
        var channel = Shape.Axes.Select((axis, i) => (axis, i)).FirstOrDefault(pair => pair.axis.Name == "C");
        if (channel.axis is not null && channel.i != 1)
        {
            Fail(Rules.WrongAxisOrder, null, Title, CSharp.Number(channel.i), $"{Path} with axes {Shape}");
            return false;
        }
        return true;
    }

    /// <summary>The number on an axis that sizes weights, checked against what the layer declares; null after a fault.</summary>
    public Dim? Features(int axis, string noun, Dim? declared, int input = 0)
    {
        var size = Simplify(inputs[input].Shape[axis]);
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
