using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Convolutions.</content>
public static partial class ParameterGradient
{
    /// <summary>Adds the gradients of a convolution's weight and bias.</summary>
    /// <param name="convolution">The layer, transposed or not.</param>
    /// <param name="gradient">The gradient of what it makes, <c>[N, C, …]</c>.</param>
    /// <param name="input">What it takes.</param>
    public static void AddConvolution(Convolution convolution, Tensor gradient, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(convolution);
        ArgumentNullException.ThrowIfNull(gradient);
        using (var sum = Of(convolution.weight))
        {
            if (sum is not null)
            {
                using var added = Kernels.ConvolutionWeight(convolution, gradient, input);
                sum.add_(added);
            }
        }
        using (var sum = Of(convolution.bias))
        {
            if (sum is not null)
            {
                using var added = gradient.sum(AllButChannels[(int)gradient.dim() - 3]);
                sum.add_(added);
            }
        }
    }

    private static readonly long[][] AllButChannels = [[0, 2], [0, 2, 3], [0, 2, 3, 4]];
}
