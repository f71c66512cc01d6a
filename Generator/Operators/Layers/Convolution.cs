using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>What a convolution over <c>[N, C, …]</c> and a transposed one have in common.</summary>
/// <param name="Dimensions">The number of axes after batch and channels.</param>
/// <param name="Out">The number of output channels.</param>
/// <param name="In">The number of input channels that the user asserts.</param>
/// <param name="Window">The window of the kernel.</param>
/// <param name="Groups">Groups of channels that do not see each other.</param>
/// <param name="Bias">Whether a learned bias is added.</param>
/// <param name="Normalization">What is done to the weight.</param>
internal abstract record Convolution(int Dimensions, Dim Out, Dim? In, Window Window, Dim Groups, bool Bias, string Normalization)
    : WeightedLayer(Out, Bias, Normalization)
{
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
        return Resize(check) is { } shape ? check.Input with { Shape = shape.With(1, Out) } : null;
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => !IsPlain ? PassNormalized : code =>
    {
        code.Make($"{code.Module}.call({code.Input})");
        code.Backward(dy =>
        {
            if (code.Learns)
                code.Do($"{CSharp.ParameterGradient}.AddConvolution({code.Module}, {dy}, {code.Input})");
            code.Give(0, $"{CSharp.Kernels}.ConvolutionInput({code.Module}, {dy}, {code.Input})");
        });
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size)
    {
        var sizes = Sizes.ToArray();
        // The factory takes numbers, which hold for every axis, or tuples, but not both.
        var isUniform = Window.Kernel.Common is not null && sizes.All(argument => argument.Sizes.Common is not null);
        string Write(AxisSizes argument) => isUniform ? size(argument.Common!) : argument.ToTuple(size);
        return
        [
            size(InChannels(input)), size(Out), Write(Window.Kernel),
            .. sizes.Where(argument => !argument.Sizes.Are(argument.Omitted)).Select(argument => $"{argument.Name}: {Write(argument.Sizes)}"),
            .. MoreArguments,
            .. Groups.Constant == 1 ? Array.Empty<string>() : [$"groups: {size(Groups)}"],
            .. CSharp.Named("bias", Bias, omitted: true),
        ];
    }

    /// <summary>The window's arguments as the factory calls them, each with its default there.</summary>
    protected virtual IEnumerable<(string Name, AxisSizes Sizes, long Omitted)> Sizes =>
        [("stride", Window.Stride, 1), ("padding", Window.Padding, 0), ("dilation", Window.Dilation, 1)];

    /// <summary>Arguments of the factory that are no sizes.</summary>
    protected virtual IEnumerable<string> MoreArguments => [];

    /// <summary>The sizes of the output, still with the channels of the input; null after a fault.</summary>
    protected abstract Shape? Resize(LayerCheck check);

    protected sealed override EquatableArray<Dim> WeightShape(TensorType input) => [.. WeightChannels(input), .. Window.Kernel.Sizes];

    /// <summary>The first two axes of the weight.</summary>
    protected abstract EquatableArray<Dim> WeightChannels(TensorType input);

    protected static Dim InChannels(TensorType input) => input.Shape[1];
}
