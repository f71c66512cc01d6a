using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Scales each channel by a number that a small network makes of the means of all channels.</summary>
/// <param name="Reduction">How many times fewer channels the network has inside.</param>
internal sealed record SqueezeExcitation(Dim Reduction) : ModuleLayer
{
    public static SqueezeExcitation Read(ArgumentReader arguments) => new(arguments.Size("reduction"));

    public override string ModuleType => "SqueezeExcitation";

    public override string PropertyType => $"{OwnModules}{ModuleType}";

    protected override string Make(LayerTypes types, Func<Dim, string> size) => Make($"new {PropertyType}", types, size);

    public override TensorType? Infer(LayerCheck check) =>
        check.IsFloatingPoint() && check.HasLayout(Window.Layout(2)) && check.Features(1, "channels", declared: null) is { } channels
        && check.Require(channels, Relation.AtLeast, Reduction, () => check.At(
            Rules.InvalidArgument, "reduction", "reduction", check.Title, $"at most the number of channels ({channels})", Reduction.Text))
            ? check.Input
            : null;

    public override EquatableArray<ParameterSpec> Parameters(TensorType input)
    {
        var (channels, inside) = (input.Shape[1], input.Shape[1] / Reduction);
        return [new("fc1.weight", [inside, channels, 1, 1]), new("fc1.bias", [inside]), new("fc2.weight", [channels, inside, 1, 1]), new("fc2.bias", [channels])];
    }

    /// <summary>Of the two convolutions, over one pixel each.</summary>
    public override Dim MultiplyAccumulates(LayerTypes types) => 2 * types.Input.Shape[0] * types.Input.Shape[1] * (types.Input.Shape[1] / Reduction);

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var saved = code.MakeWith($"{code.Module}.Excite({code.Input})", "Mean", "Active", "Scale");
        code.Backward(dy => code.GiveWithEffect(0, $"{code.Module}.Backward({dy}, {code.Input}, {Code.Join(saved)})"));
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) => [size(input.Shape[1]), size(input.Shape[1] / Reduction)];
}
