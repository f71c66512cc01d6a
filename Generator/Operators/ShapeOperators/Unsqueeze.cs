using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>Adds an axis of size 1.</summary>
internal sealed record Unsqueeze(long Axis) : AxisOperator
{
    public static Unsqueeze Read(ArgumentReader arguments) => new(arguments.Integer("axis", 0));

    public override TensorType? Infer(LayerCheck check) => Resolve(check, "axis", Axis, extra: 1) is { } at
        ? check.Input with { Shape = new([.. check.Shape.Axes.Take(at), new Axis(1), .. check.Shape.Axes.Skip(at)]) }
        : null;

    public override Encoding? Encode(LayerTypes types, int output) => types.Reshaped;

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Called(code));
        code.Backward(dy => code.GiveView(0, dy, $"{dy}.squeeze({Axis})"));
    };

    protected override string Call(string input) => $"{input}.unsqueeze({CSharp.Number(Axis)})";
}
