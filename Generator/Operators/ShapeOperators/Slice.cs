using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>Takes a run of an axis: from a start to before an end, in steps.</summary>
internal sealed record Slice(long Axis, long Start, long End, long Step) : AxisOperator
{
    public static Slice Read(ArgumentReader arguments)
    {
        var slice = new Slice(arguments.Integer("axis", 0), arguments.Integer("start", 0, minimum: 0), arguments.Integer("end", 1, minimum: 1), arguments.Integer("Step", 1, minimum: 1));
        if (!arguments.HasFaults && slice.End <= slice.Start)
            arguments.Refuse("end", $"above the start ({slice.Start})", CSharp.Number(slice.End));
        return slice;
    }

    public override TensorType? Infer(LayerCheck check)
    {
        if (Resolve(check, "axis", Axis) is not { } at)
            return null;
        return check.Require(check.Shape[at], Relation.AtLeast, End, () => check.At(
            Rules.IndexOutOfRange, "end", CSharp.Number(End - 1), check.Title, CSharp.Number(at), check.Shape[at].Text, check.Path))
            ? check.Input with { Shape = check.Shape.With(at, (End - Start + Step - 1) / Step) }
            : null;
    }

    public override Encoding? Encode(LayerTypes types, int output) => types.Input.Encoding?.Cut(Resolve(types.Input.Shape, Axis), isRemoved: false);

    /// <summary>Zeros around the gradient of what was taken.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Called(code));
        var axis = Resolve(types.Input.Shape, Axis);
        code.Backward(dy => code.Give(0, $"{CSharp.Kernels}.SliceBackward({dy}, {axis}, {code.Size(types.Input.Shape[axis])}, {Start}, {End}, {Step})"));
    };

    protected override string Call(string input) =>
        $"{input}.slice({CSharp.Number(Axis)}, {CSharp.Number(Start)}, {CSharp.Number(End)}, {CSharp.Number(Step)})";
}
