using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Softmax along an axis, of the values or of their opposites, or its logarithm.</summary>
internal sealed record Softmax(string Function, long Axis) : UnaryLayer
{
    public static Softmax Read(ArgumentReader arguments, string function) => new(function, arguments.Integer("axis", -1));

    /// <summary>Over the channels of an image, whatever its size.</summary>
    public static Softmax OverChannels { get; } = new("softmax2d", 1);

    public bool IsLogarithm => Function == "log_softmax";

    private bool IsOverChannels => Equals(OverChannels);

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || (IsOverChannels && !check.HasLayout(Window.Layout(2))))
            return null;
        var rank = check.Shape.Rank;
        return Axis >= -rank && Axis < rank ? check.Input : check.Fail(
            Rules.AxisOutOfRange, "axis", "axis", check.Title, CSharp.Number(Axis), check.Shape.ToDisplay(), CSharp.Number(rank - 1), check.Path);
    }

    public override Encoding? Encode(LayerTypes types, int output)
    {
        var axis = (int)(Axis < 0 ? Axis + types.Output.Shape.Rank : Axis);
        return IsLogarithm ? Encoding.LogDistribution(axis) : Encoding.Distribution(axis);
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var y = code.Make(Called(code));
        code.Backward(dy => code.Give(
            0, $"{CSharp.Kernels}.{(IsLogarithm ? "LogSoftmax" : "Softmax")}Backward({dy}, {y}, {Axis}){(Function == "softmin" ? ".neg_()" : "")}"));
    };

    protected override string Call(string input) => IsOverChannels ? Functional(Function, input) : Functional(Function, input, CSharp.Number(Axis));
}
