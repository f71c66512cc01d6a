using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>An operator on one axis of a tensor of any dtype.</summary>
internal abstract record AxisOperator : UnaryLayer
{
    /// <summary>An axis that exists, counted from 0.</summary>
    protected static int Resolve(Shape shape, long axis) => (int)(axis < 0 ? axis + shape.Rank : axis);

    /// <summary>None: it gives a view of its input.</summary>
    public sealed override Dim Activations(LayerTypes types) => 0;

    /// <summary>The axis counted from 0, or null after a fault; <paramref name="extra"/> axes may be named beyond the last.</summary>
    public static int? Resolve(LayerCheck check, string argument, long axis, int extra = 0)
    {
        var rank = check.Shape.Rank + extra;
        if (axis >= -rank && axis < rank)
            return (int)(axis < 0 ? axis + rank : axis);
        check.Fail(
            Rules.AxisOutOfRange, argument, argument, check.Title, CSharp.Number(axis), check.Shape.ToDisplay(), CSharp.Number(rank - 1), check.Path);
        return null;
    }
}
