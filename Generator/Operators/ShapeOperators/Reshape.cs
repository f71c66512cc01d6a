using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>Gives the same elements, in the same order, another shape.</summary>
internal sealed record Reshape(string Target) : FunctionLayer
{
    public static Reshape? Read(ArgumentReader arguments) => arguments.Shape("shape") is null ? null : new(arguments.Text("shape")!);

    public override TensorType? Infer(LayerCheck check)
    {
        var target = ShapeParser.Parse(Target);
        return check.Knows(target, "shape", Target) && check.Require(target.Elements, Relation.Equal, check.Shape.Elements, () => check.At(
            Rules.ReshapedElements, "shape", check.Title, target.ToDisplay(), target.Elements.Text, check.Shape.ToDisplay(), check.Shape.Elements.Text, check.Path))
            ? check.Input with { Shape = target }
            : null;
    }

    public override Encoding? Encode(LayerTypes types, int output) => types.Reshaped;

    public override Dim Activations(LayerTypes types) => 0;

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Code.Of(Call(code.Input.Name, types, code.Size), [code.Input]));
        code.Backward(dy => code.GiveView(0, dy, $"{dy}.reshape({code.Sizes(types.Input.Shape)})"));
    };

    public override string Call(LayerCode code) => Call(code.Inputs[0], code.Types, code.Size);

    private static string Call(string input, LayerTypes types, Func<Dim, string> size) =>
        $"{input}.reshape({string.Join(", ", types.Output.Shape.Axes.Select(axis => size(axis.Size)))})";
}
