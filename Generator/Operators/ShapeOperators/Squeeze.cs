using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>Removes an axis of size 1.</summary>
internal sealed record Squeeze(long Axis) : AxisOperator
{
    public static Squeeze Read(ArgumentReader arguments) => new(arguments.Integer("axis", -1));

    public override TensorType? Infer(LayerCheck check)
    {
        if (Resolve(check, "axis", Axis) is not { } at)
            return null;
        // PyTorch keeps an axis of another size without a word; here that would change the number of axes by the data.
        if (check.Shape[at].Constant != 1)
            return check.Fail(Rules.NotOne, "axis", check.Title, CSharp.Number(Axis), check.Shape[at].Text, check.Path);
        return check.Input with { Shape = new(check.Shape.Axes.Where((_, axis) => axis != at)) };
    }

    public override Encoding? Encode(LayerTypes types, int output) => types.Reshaped;

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Called(code));
        code.Backward(dy => code.GiveView(0, dy, $"{dy}.unsqueeze({Axis})"));
    };

    protected override string Call(string input) => $"{input}.squeeze({CSharp.Number(Axis)})";
}
