using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Convolution over <c>[N, C, L]</c> or <c>[N, C, H, W]</c>.</summary>
internal sealed record Convolution(int Dimensions, long Out, long? In, Window Window, long Groups, bool Bias) : ModuleLayer
{
    public static Convolution Read(ArgumentReader arguments, int dimensions) => new(
        dimensions,
        arguments.Size("outChannels"),
        arguments.OptionalSize("In"),
        new(arguments.Size("kernel"), arguments.Size("Stride"), arguments.Integer("Padding", 0, minimum: 0), arguments.Size("Dilation")),
        arguments.Size("Groups"),
        arguments.Flag("Bias", true));

    public override string ModuleType => $"Conv{Dimensions}d";

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasLayout(Window.Layout(Dimensions)) || check.Features(1, "channels", In) is not { } channels)
            return null;
        if (channels % Groups != 0)
            return check.Fail(Rules.IndivisibleGroups, "Groups", CSharp.Number(Groups), check.Title, CSharp.Number(channels), "input", check.Path);
        if (Out % Groups != 0)
            return check.Fail(Rules.IndivisibleGroups, "Groups", CSharp.Number(Groups), check.Title, CSharp.Number(Out), "output", check.Path);
        return Window.Slide(check) is { } shape ? check.Input with { Shape = shape.With(1, Out) } : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input)
    {
        var weight = new ParameterSpec("weight", [Out, InChannels(input) / Groups, .. Enumerable.Repeat(Window.Kernel, Dimensions)]);
        return Bias ? [weight, new("bias", [Out])] : [weight];
    }

    public override Dim MultiplyAccumulates(LayerTypes types) =>
        Enumerable.Repeat((Dim)Window.Kernel, Dimensions).Aggregate(types.Output.Shape.Elements * (InChannels(types.Input) / Groups), (product, kernel) => product * kernel);

    public override IEnumerable<string> FactoryArguments(TensorType input)
    {
        yield return CSharp.Number(InChannels(input));
        yield return CSharp.Number(Out);
        yield return CSharp.Number(Window.Kernel);
        if (Window.Stride != 1)
            yield return $"stride: {CSharp.Number(Window.Stride)}";
        if (Window.Padding != 0)
            yield return $"padding: {CSharp.Number(Window.Padding)}";
        if (Window.Dilation != 1)
            yield return $"dilation: {CSharp.Number(Window.Dilation)}";
        if (Groups != 1)
            yield return $"groups: {CSharp.Number(Groups)}";
        if (!Bias)
            yield return "bias: false";
    }

    private static long InChannels(TensorType input) => input.Shape[1].Constant!.Value;
}
