using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Lays squares of channels out as pixels.</summary>
internal sealed record PixelShuffle(Dim Factor) : FunctionLayer
{
    public static PixelShuffle Read(ArgumentReader arguments) => new(arguments.Size("upscaleFactor"));

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasLayout(Window.Layout(2)))
            return null;
        var (shape, square) = (check.Shape, Factor * Factor);
        return check.Require(shape[1], Relation.DividedBy, square, () => check.At(Rules.IndivisibleAxis, "upscaleFactor", check.Title, square.Text, shape[1].Text, check.Path))
            ? check.Input with { Shape = shape.With(1, check.Simplify(shape[1] / square)).With(2, shape[2] * Factor).With(3, shape[3] * Factor) }
            : null;
    }

    /// <summary>The elements go back to where they were.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Code.Of(Functional("pixel_shuffle", code.Input.Name, code.Size(Factor)), [code.Input]));
        code.Backward(dy => code.GiveView(0, dy, Code.Of(Functional("pixel_unshuffle", dy.Name, code.Size(Factor)), [dy])));
    };

    public override string Call(LayerCode code) => Functional("pixel_shuffle", code.Inputs[0], code.Size(Factor));
}
