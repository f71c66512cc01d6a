using NeuralDsl.Diagnostics;
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

    public override string Call(LayerCode code) => Functional("pixel_unshuffle", code.Inputs[0], code.Size(Factor));
}
