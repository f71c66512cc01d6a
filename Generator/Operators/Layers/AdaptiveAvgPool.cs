using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Averages to a size that is given, with windows that fit.</summary>
internal sealed record AdaptiveAvgPool(int Dimensions, Dim Output) : FunctionLayer
{
    public static AdaptiveAvgPool Read(ArgumentReader arguments, int dimensions) => new(dimensions, arguments.Size("output"));

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasLayout(Window.Layout(Dimensions)))
            return null;
        var shape = check.Shape;
        for (var axis = 2; axis < shape.Rank; axis++)
            shape = shape.With(axis, Output);
        return check.Input with { Shape = shape };
    }

    public override string Call(LayerCode code) => Functional($"adaptive_avg_pool{Dimensions}d", code.Inputs[0], code.Size(Output));
}
