using System;
using System.Collections.Generic;
using System.Linq;

namespace NeuralDsl.Shapes;

/// <summary>The axes of a tensor, outermost first. Equal when sizes and names are; <see cref="HasSizesOf"/> compares sizes alone.</summary>
internal sealed class Shape : IEquatable<Shape>
{
    private readonly Axis[] axes;

    public Shape(IEnumerable<Axis> axes) => this.axes = [.. axes];

    public IReadOnlyList<Axis> Axes => axes;

    public int Rank => axes.Length;

    /// <summary>The number of elements.</summary>
    public Dim Elements => axes.Aggregate((Dim)1, (product, axis) => product * axis.Size);

    /// <summary>The size of an axis; negative indices count from the last.</summary>
    public Dim this[int index] => axes[Resolve(index)].Size;

    /// <summary>The shape with one axis replaced; its name stays, negative indices count from the last.</summary>
    public Shape With(int index, Dim size)
    {
        var at = Resolve(index);
        // A size that is one symbol was named by it; a new size is another axis unless the name was given (C=3).
        return new(axes.Select((axis, i) => i == at ? new Axis(size, axis.Name == axis.Size.Text ? null : axis.Name) : axis));
    }

    /// <summary>Text as in messages: <c>[N,16,8,8]</c>. A size that depends on data is a question mark, as the user wrote it.</summary>
    public string ToDisplay() => $"[{string.Join(",", axes.Select(axis => axis.Size.SymbolName is ['?', ..] ? "?" : axis.Size.Text))}]";

    /// <summary>Text in the language's notation, which parses back: <c>N C=3 H=28 W=28</c>.</summary>
    public override string ToString() => string.Join(" ", axes.Select(axis => axis.ToString()));

    /// <summary>Whether both have the same number of axes and the same sizes, whatever the names.</summary>
    public bool HasSizesOf(Shape other) => axes.Select(axis => axis.Size).SequenceEqual(other.axes.Select(axis => axis.Size));

    /// <summary>Whether no two axes in the same place have names that differ: swapping two axes of equal size is an error too.</summary>
    public bool HasNamesOf(Shape other) => axes.Zip(other.axes, (a, b) => a.IsSymbol || b.IsSymbol || a.Name is null || b.Name is null || a.Name == b.Name).All(agrees => agrees);

    public bool Equals(Shape? other) => other is not null && axes.SequenceEqual(other.axes);

    public override bool Equals(object? obj) => Equals(obj as Shape);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private int Resolve(int index) => index < 0 ? index + axes.Length : index;
}
