using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.ShapeOperators;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>The first half of an axis times the sigmoid of the second.</summary>
internal sealed record GLU(long Axis) : UnaryLayer
{
    public static GLU Read(ArgumentReader arguments) => new(arguments.Integer("axis", -1));

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || AxisOperator.Resolve(check, "axis", Axis) is not { } axis)
            return null;
        var size = check.Shape[axis];
        return check.Require(size, Relation.DividedBy, 2, () => check.At(Rules.IndivisibleAxis, "axis", check.Title, "2", size.Text, check.Path))
            ? check.Input with { Shape = check.Shape.With(axis, check.Simplify(size / 2)) }
            : null;
    }

    /// <summary>Of a·σ(b): dy·σ(b), and dy·a·σ(b)·(1 - σ(b)).</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make(Called(code));
        code.Backward(dy => code.Give(0, $"{CSharp.Kernels}.GLUBackward({dy}, {code.Input}, {Axis})"));
    };

    protected override string Call(string input) => Functional("glu", input, CSharp.Number(Axis));
}
