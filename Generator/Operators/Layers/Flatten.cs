using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Joins a run of axes into one.</summary>
internal sealed record Flatten(long Start, long End) : UnaryLayer
{
    public static Flatten Read(ArgumentReader arguments) => new(arguments.Integer("start", 1), arguments.Integer("end", -1));

    public override TensorType? Infer(LayerCheck check)
    {
        var rank = check.Shape.Rank;
        foreach (var (name, axis) in new[] { ("start", Start), ("end", End) })
        {
            if (axis < -rank || axis >= rank)
            {
                return check.Fail(
                    Rules.AxisOutOfRange, name, name, check.Title, CSharp.Number(axis), check.Shape.ToDisplay(), CSharp.Number(rank - 1), check.Path);
            }
        }
        var (start, end) = (Resolve(Start, rank), Resolve(End, rank));
        if (start > end)
            return check.Fail(Rules.InvalidArgument, "end", "end", check.Title, $"no axis before start (axis {start})", $"axis {end}");
        var axes = check.Shape.Axes;
        var joined = new Shape(axes.Skip(start).Take(end - start + 1)).Elements;
        return check.Input with { Shape = new([.. axes.Take(start), start == end ? axes[start] : new Axis(joined), .. axes.Skip(end + 1)]) };
    }

    public override Encoding? Encode(LayerTypes types, int output) => types.Reshaped;

    public override Dim Activations(LayerTypes types) => 0;

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Called(code));
        code.Backward(dy => code.GiveView(0, dy, $"{dy}.reshape({code.Sizes(types.Input.Shape)})"));
    };

    protected override string Call(string input) => $"{input}.flatten({CSharp.Number(Start)}, {CSharp.Number(End)})";

    private static int Resolve(long axis, int rank) => (int)(axis < 0 ? axis + rank : axis);
}
