using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>Takes one index of an axis, which it removes.</summary>
internal sealed record Select(long Axis, long Index) : AxisOperator
{
    public static Select Read(ArgumentReader arguments) => new(arguments.Integer("axis", 0), arguments.Integer("index", 0));

    /// <summary>The last step of a sequence <c>[N, T, …]</c>.</summary>
    public static Select Last { get; } = new(1, -1);

    public override TensorType? Infer(LayerCheck check)
    {
        if (Resolve(check, "axis", Axis) is not { } at)
            return null;
        var needed = Index < 0 ? -Index : Index + 1;
        return check.Require(check.Shape[at], Relation.AtLeast, needed, () => check.At(
            Rules.IndexOutOfRange, "index", CSharp.Number(Index), check.Title, CSharp.Number(at), check.Shape[at].Text, check.Path))
            ? check.Input with { Shape = new(check.Shape.Axes.Where((_, axis) => axis != at)) }
            : null;
    }

    public override Encoding? Encode(LayerTypes types, int output) => types.Input.Encoding?.Cut(Resolve(types.Input.Shape, Axis), isRemoved: true);

    /// <summary>Zeros around the gradient of what was taken.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Called(code));
        var axis = Resolve(types.Input.Shape, Axis);
        code.Backward(dy => code.Give(0, $"{CSharp.Kernels}.SelectBackward({dy}, {axis}, {code.Size(types.Input.Shape[axis])}, {Index})"));
    };

    protected override string Call(string input) => $"{input}.select({CSharp.Number(Axis)}, {CSharp.Number(Index)})";
}
