using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Average or maximum to a size that is given, with windows that fit.</summary>
/// <param name="Function">The function without its dimensions.</param>
/// <param name="Outputs">The size of each axis after batch and channels; null for one that stays.</param>
internal sealed record AdaptivePool(string Function, EquatableArray<Dim?> Outputs) : FunctionLayer
{
    public static AdaptivePool Read(ArgumentReader arguments, string function, int dimensions) => new(function, arguments.SizeOrSamePerAxis("output", dimensions));

    public override bool IsCalled => true;

    private int Dimensions => Outputs.Count;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasLayout(Window.Layout(Dimensions)))
            return null;
        var shape = check.Shape;
        for (var axis = 0; axis < Dimensions; axis++)
            shape = Outputs[axis] is { } size ? shape.With(axis + 2, size) : shape;
        return check.Input with { Shape = shape };
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var (x, kernel) = (code.Input, $"{CSharp.Kernels}.Adaptive{(Function == "adaptive_avg_pool" ? "Avg" : "Max")}Pool{Dimensions}d");
        if (Function != "adaptive_avg_pool")
        {
            var indices = code.MakeWith($"{kernel}({x}, {string.Join(", ", types.Output.Shape.Axes.Skip(2).Select(axis => code.Size(axis.Size)))})", "Indices")[0];
            code.Backward(dy => code.Give(0, $"{kernel}Backward({dy}, {x}, {indices})"));
            return;
        }
        code.Make(Code.Of(Call(code.Input.Name, types.Output.Shape, code.Size), [code.Input]));
        code.Backward(dy => code.Give(0, $"{kernel}Backward({dy}, {x})"));
    };

    public override string Call(LayerCode code) => Call(code.Inputs[0], code.Types.Output.Shape, code.Size);

    private string Call(string input, Shape shape, Func<Dim, string> write)
    {
        var sizes = new AxisSizes(Enumerable.Range(2, Dimensions).Select(axis => shape[axis]).ToEquatableArray());
        // TorchSharp's maximum takes an array wherever there are several axes.
        var isNumber = sizes.Common is not null && (Dimensions == 1 || Function.StartsWith("adaptive_avg", StringComparison.Ordinal));
        return Functional($"{Function}{Dimensions}d", input, isNumber ? write(sizes.Common!) : sizes.ToArray(write));
    }
}
