using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Lays squares of pixels out as channels.</summary>
internal sealed record PixelUnshuffle(Dim Factor) : FunctionLayer
{
    public static PixelUnshuffle Read(ArgumentReader arguments) => new(arguments.Size("downscaleFactor"));

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasLayout(Window.Layout(2)))
            return null;
        var shape = check.Shape;
        foreach (var axis in new[] { 2, 3 })
        {
            var size = shape[axis];
            if (!check.Require(size, Relation.DividedBy, Factor, () => check.At(Rules.IndivisibleAxis, "downscaleFactor", check.Title, Factor.Text, size.Text, check.Path)))
                return null;
            shape = shape.With(axis, check.Simplify(size / Factor));
        }
        return check.Input with { Shape = shape.With(1, shape[1] * Factor * Factor) };
    }

    /// <summary>The elements go back to where they were.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Code.Of(Functional("pixel_unshuffle", code.Input.Name, code.Size(Factor)), [code.Input]));
        code.Backward(dy => code.GiveView(0, dy, Code.Of(Functional("pixel_shuffle", dy.Name, code.Size(Factor)), [dy])));
    };

    public override string Call(LayerCode code) => Functional("pixel_unshuffle", code.Inputs[0], code.Size(Factor));
}
