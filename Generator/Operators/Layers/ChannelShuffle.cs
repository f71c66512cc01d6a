using NeuralDsl.Diagnostics;
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

    public override string Call(LayerCode code) => $"{code.Inputs[0]}.channel_shuffle({code.Size(Groups)})";
}
