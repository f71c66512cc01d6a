using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>Splits one axis into several whose sizes multiply to its size.</summary>
internal sealed record Unflatten(long Axis, string Target) : FunctionLayer
{
    public static Unflatten? Read(ArgumentReader arguments)
    {
        var axis = arguments.Integer("axis", 1);
        return arguments.Shape("shape") is null ? null : new(axis, arguments.Text("shape")!);
    }

    public override TensorType? Infer(LayerCheck check)
    {
        if (AxisOperator.Resolve(check, "axis", Axis) is not { } at)
            return null;
        var target = ShapeParser.Parse(Target);
        return check.Knows(target, "shape", Target) && check.Require(target.Elements, Relation.Equal, check.Shape[at], () => check.At(
            Rules.ReshapedElements, "shape", check.Title, target.ToDisplay(), target.Elements.Text, $"axis {at} of {check.Shape.ToDisplay()}", check.Shape[at].Text, check.Path))
            ? check.Input with { Shape = new([.. check.Shape.Axes.Take(at), .. target.Axes, .. check.Shape.Axes.Skip(at + 1)]) }
            : null;
    }

    public override Encoding? Encode(LayerTypes types, int output) => types.Reshaped;

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Code.Of(Call(code.Input.Name, types, code.Size), [code.Input]));
        code.Backward(dy => code.GiveView(0, dy, $"{dy}.reshape({code.Sizes(types.Input.Shape)})"));
    };

    public override string Call(LayerCode code) => Call(code.Inputs[0], code.Types, code.Size);

    /// <summary>TorchSharp counts from the first axis only.</summary>
    private string Call(string input, LayerTypes types, Func<Dim, string> size) =>
        $"{input}.unflatten({CSharp.Number(Axis < 0 ? Axis + types.Input.Shape.Rank : Axis)}, {string.Join(", ", ShapeParser.Parse(Target).Axes.Select(axis => size(axis.Size)))})";
}
