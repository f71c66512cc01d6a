using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Deals the channels of each group out to all groups.</summary>
internal sealed record ChannelShuffle(Dim Groups) : FunctionLayer
{
    public static ChannelShuffle Read(ArgumentReader arguments) => new(arguments.Size("groups"));

    public override TensorType? Infer(LayerCheck check) =>
        check.IsFloatingPoint() && check.HasLayout("N C L", "N C H W", "N C D H W") && check.Require(check.Shape[1], Relation.DividedBy, Groups, () => check.At(
            Rules.IndivisibleGroups, "groups", Groups.Text, check.Title, check.Shape[1].Text, "input", check.Path))
            ? check.Input
            : null;

    /// <summary>The channels go back to where they were.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, $"{CSharp.Kernels}.ChannelShuffle({code.Input}, {code.Size(Groups)})");
        code.Backward(dy => code.GiveView(0, dy, $"{CSharp.Kernels}.ChannelShuffle({dy}, {code.Size(types.Input.Shape[1] / Groups)})"));
    };

    /// <summary>By its parts: libtorch's own function has no derivative.</summary>
    public override string Call(LayerCode code)
    {
        var (shape, channels) = (code.Types.Input.Shape, code.Types.Input.Shape[1] / Groups);
        var rest = string.Concat(shape.Axes.Skip(2).Select(axis => $",{axis.Size}"));
        var groups = code.Temporary("groups", $"{code.Inputs[0]}.unflatten(1, {code.Size(Groups)}, {code.Size(channels)})", $"[{shape[0]},{Groups},{channels}{rest}]");
        var dealt = code.Temporary("dealt", $"{groups}.transpose(1, 2)", $"[{shape[0]},{channels},{Groups}{rest}]");
        return $"{dealt}.flatten(1, 2)";
    }
}
