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
        var (stride, dilation, groups) = (layer.stride, layer.dilation, layer.groups);
        var (mode, sides) = (layer.padding_mode, PaddingOf(layer));
        // The convolution itself pads with zeros, and with as many on both sides.
        var isInside = mode == PaddingModes.Zeros && sides.All(side => side.Before == side.After);
        long[] padding = [.. sides.Select(side => isInside ? side.Before : 0)];
        Func<Tensor, Tensor, Tensor?, Tensor> convolve = stride.Length switch
        {
            1 => (input, weight, bias) => nn.functional.conv1d(input, weight, bias!, stride[0], padding[0], dilation[0], groups),
            2 => (input, weight, bias) => nn.functional.conv2d(input, weight, bias!, stride, padding, dilation, groups),
            _ => (input, weight, bias) => nn.functional.conv3d(input, weight, bias!, stride, padding, dilation, groups),
        };
        if (isInside)
            return convolve;
        // From the last axis to the first.
        long[] pads = [.. sides.Reverse().SelectMany(side => new[] { side.Before, side.After })];
        return (input, weight, bias) =>
        {
            using var padded = nn.functional.pad(input, pads, mode == PaddingModes.Zeros ? PaddingModes.Constant : mode);
            return convolve(padded, weight, bias);
        };
    }

    /// <summary>What is added to each axis; an odd sum has more at the end.</summary>
    private static (long Before, long After)[] PaddingOf(Convolution layer)
    {
        (long, long) Same(long kernel, long dilation)
        {
            var sum = dilation * (kernel - 1);
            return (sum / 2, sum - (sum / 2));
        }
        return layer.padding_type switch
        {
            Padding.Same => [.. layer.kernel_size.Zip(layer.dilation, Same)],
            Padding.Valid => [.. layer.kernel_size.Select(_ => (0L, 0L))],
            _ => [.. layer.padding!.Select(size => (size, size))],
        };
    }
}
