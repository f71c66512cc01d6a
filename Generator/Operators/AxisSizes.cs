using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A size for each axis after batch and channels, such as a kernel's: one for all of them, or one each.</summary>
internal sealed record AxisSizes(EquatableArray<Dim> Sizes)
{
    /// <summary>The size that all axes have; null where they differ.</summary>
    public Dim? Common => Sizes.Distinct().Count() == 1 ? Sizes[0] : null;

    /// <summary>The number of elements of a window of these sizes.</summary>
    public Dim Product => Sizes.Aggregate((Dim)1, (product, size) => product * size);

    public Dim this[int axis] => Sizes[axis];

    public static AxisSizes Same(Dim size, int count) => new(Enumerable.Repeat(size, count).ToEquatableArray());

    /// <summary>Whether every axis has this size.</summary>
    public bool Are(long size) => Sizes.All(each => each.Constant == size);

    /// <summary>The sizes as an array.</summary>
    public string ToArray(Func<Dim, string> write) => $"[{string.Join(", ", Sizes.Select(write))}]";

    /// <summary>The sizes as a tuple.</summary>
    public string ToTuple(Func<Dim, string> write) => $"({string.Join(", ", Sizes.Select(write))})";

    /// <summary>Text as the user writes it: <c>3</c>, <c>3 5</c>.</summary>
    public override string ToString() => Common?.Text ?? string.Join(" ", Sizes);
}
