using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>What a linear layer or a convolution computes of its input, a weight and a bias.</summary>
internal static class WeightedFunction
{
    /// <exception cref="ArgumentException">The layer is another one.</exception>
    public static Func<Tensor, Tensor, Tensor?, Tensor> Of(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear => (input, weight, bias) => nn.functional.linear(input, weight, bias!),
        ConvolutionTranspose convolution => Of(convolution),
        Convolution convolution => Of(convolution),
        _ => throw new ArgumentException($"A linear layer or a convolution has a weight to normalize, and {layer.GetName()} is none.", nameof(layer)),
    };

    private static Func<Tensor, Tensor, Tensor?, Tensor> Of(ConvolutionTranspose layer)
    {
        var (stride, padding, added, dilation, groups) = (layer.stride, layer.padding!, layer.output_padding, layer.dilation, layer.groups);
        return stride.Length switch
        {
            1 => (input, weight, bias) => nn.functional.conv_transpose1d(input, weight, bias!, stride[0], padding[0], added[0], dilation[0], groups),
            2 => (input, weight, bias) => nn.functional.conv_transpose2d(input, weight, bias!, stride, padding, added, dilation, groups),
            _ => (input, weight, bias) => nn.functional.conv_transpose3d(input, weight, bias!, stride, padding, added, dilation, groups),
        };
    }

    private static Func<Tensor, Tensor, Tensor?, Tensor> Of(Convolution layer)
    {
        var (stride, dilation, groups, mode) = (layer.stride, layer.dilation, layer.groups, layer.padding_mode);
        var (padding, pads) = PaddingOf(layer);
        Func<Tensor, Tensor, Tensor?, Tensor> convolve = stride.Length switch
        {
            1 => (input, weight, bias) => nn.functional.conv1d(input, weight, bias!, stride[0], padding[0], dilation[0], groups),
            2 => (input, weight, bias) => nn.functional.conv2d(input, weight, bias!, stride, padding, dilation, groups),
            _ => (input, weight, bias) => nn.functional.conv3d(input, weight, bias!, stride, padding, dilation, groups),
        };
        if (pads is null)
            return convolve;
        return (input, weight, bias) =>
        {
            using var padded = nn.functional.pad(input, pads, mode == PaddingModes.Zeros ? PaddingModes.Constant : mode);
            return convolve(padded, weight, bias);
        };
    }

    /// <summary>
    /// What the engine's convolution adds to each axis by itself, which is zeros and as many on both sides; and what is added before it where it is anything else, from the last axis to the
    /// first, else null.
    /// </summary>
    public static (long[] Inside, long[]? Around) PaddingOf(Convolution layer)
    {
        if (layer.padding_type is null && layer.padding_mode == PaddingModes.Zeros)
            return (layer.padding!, null);
        // An odd sum has more at the end.
        long[] sums = layer.padding_type switch
        {
            Padding.Same => [.. layer.kernel_size.Zip(layer.dilation, (kernel, dilation) => dilation * (kernel - 1))],
            Padding.Valid => new long[layer.kernel_size.Length],
            _ => [.. layer.padding!.Select(size => 2 * size)],
        };
        return layer.padding_mode == PaddingModes.Zeros && sums.All(sum => sum % 2 == 0)
            ? ([.. sums.Select(sum => sum / 2)], null)
            : (new long[sums.Length], [.. sums.Reverse().SelectMany(sum => new[] { sum / 2, sum - (sum / 2) })]);
    }
}
