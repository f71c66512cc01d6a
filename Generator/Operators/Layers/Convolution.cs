using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Convolution over <c>[N, C, L]</c> or <c>[N, C, H, W]</c>.</summary>
internal sealed record Convolution(int Dimensions, Dim Out, Dim? In, Window Window, Dim Groups, bool Bias) : ModuleLayer
{
    public static Convolution Read(ArgumentReader arguments, int dimensions) => new(
        dimensions,
        arguments.Size("outChannels"),
        arguments.OptionalSize("In"),
        new(arguments.Size("kernel"), arguments.Size("Stride"), arguments.Size("Padding", 0, minimum: 0), arguments.Size("Dilation")),
        arguments.Size("Groups"),
        arguments.Flag("Bias", true));

    public override string ModuleType => $"Conv{Dimensions}d";

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasLayout(Window.Layout(Dimensions)) || check.Features(1, "channels", In) is not { } channels)
            return null;
        foreach (var (count, side) in new[] { (channels, "input"), (Out, "output") })
        {
            if (!check.Require(count, Relation.DividedBy, Groups, () => check.At(
                Rules.IndivisibleGroups, "Groups", Groups.Text, check.Title, count.Text, side, check.Path)))
            {
                return null;
            }
        }
        return Window.Slide(check) is { } shape ? check.Input with { Shape = shape.With(1, Out) } : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input)
    {
        var weight = new ParameterSpec("weight", [Out, InChannels(input) / Groups, .. Enumerable.Repeat(Window.Kernel, Dimensions)]);
        return Bias ? [weight, new("bias", [Out])] : [weight];
    }

    public override Encoding? Encode(LayerTypes types, int output) => Encoding.Anything;

    public override Dim MultiplyAccumulates(LayerTypes types) =>
        Enumerable.Repeat(Window.Kernel, Dimensions).Aggregate(types.Output.Shape.Elements * (InChannels(types.Input) / Groups), (product, kernel) => product * kernel);

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size)
    {
        yield return size(InChannels(input));
        yield return size(Out);
        yield return size(Window.Kernel);
        if (Window.Stride.Constant != 1)
            yield return $"stride: {size(Window.Stride)}";
        if (Window.Padding.Constant != 0)
            yield return $"padding: {size(Window.Padding)}";
        if (Window.Dilation.Constant != 1)
            yield return $"dilation: {size(Window.Dilation)}";
        if (Groups.Constant != 1)
            yield return $"groups: {size(Groups)}";
        if (!Bias)
            yield return "bias: false";
    }

    private static Dim InChannels(TensorType input) => input.Shape[1];
}
