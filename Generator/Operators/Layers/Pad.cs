using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Adds elements around the axes after batch and channels.</summary>
/// <param name="Dimensions">The number of those axes.</param>
/// <param name="Mode">What is added: a constant, a reflection or the elements at the edge; the name of a member of TorchSharp's <c>PaddingModes</c>.</param>
/// <param name="Sides">How much before and after each axis, the last axis first.</param>
/// <param name="Value">The constant.</param>
internal sealed record Pad(int Dimensions, string Mode, EquatableArray<Dim> Sides, Number Value) : FunctionLayer
{
    public static Pad Read(ArgumentReader arguments, int dimensions, string mode) => new(
        dimensions,
        mode,
        arguments.SizePerAxis("padding", 2 * dimensions, fallback: 0, minimum: 0).Sizes,
        arguments.Number("value", 0, NumberRange.Any));

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasLayout(Window.Layout(Dimensions)))
            return null;
        var shape = check.Shape;
        for (var i = 0; i < Dimensions; i++)
        {
            var axis = shape.Rank - 1 - i;
            var (size, sides) = (shape[axis], new[] { Sides[2 * i], Sides[(2 * i) + 1] });
            foreach (var side in sides)
            {
                // There must be as much to mirror, besides the edge itself.
                if (Mode == "Reflect" && !check.Require(size, Relation.AtLeast, side + 1, () => check.At(
                    Rules.InvalidArgument, "padding", "padding", check.Title, $"below the size of axis {axis} ({size})", side.Text)))
                {
                    return null;
                }
            }
            shape = shape.With(axis, size + sides[0] + sides[1]);
        }
        return check.Input with { Shape = shape };
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make(Code.Of(Call(code.Input.Name, code.Size, Value.Member), [code.Input]));
        code.Backward(dy => code.Give(0, $"{CSharp.Kernels}.PadBackward({dy}, {EngineMode}, {Around(code.Size)})"));
    };

    public override string Call(LayerCode code) => Call(code.Inputs[0], code.Size, Value.Text);

    private string Call(string input, Func<Dim, string> size, string value) => Functional("pad", [input, Around(size), EngineMode, .. Value.Literal == 0 ? [] : new[] { value }]);

    private string EngineMode => $"global::TorchSharp.PaddingModes.{Mode}";

    private string Around(Func<Dim, string> size) => $"[{string.Join(", ", Sides.Select(size))}]";
}
