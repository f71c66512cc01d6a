using NeuralDsl.Diagnostics;
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

    public override string Call(LayerCode code) =>
        $"{code.Inputs[0]}.reshape({string.Join(", ", code.Types.Output.Shape.Axes.Select(axis => code.Size(axis.Size)))})";
}
