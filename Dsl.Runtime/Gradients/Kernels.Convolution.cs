using NeuralDsl.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Convolutions.</content>
public static partial class Kernels
{
    // A list of numbers does not pass from TorchSharp to TorchScript, so there is a function for each number of axes.
    private const string Convolving = """
        def conv(dy: Tensor, x: Tensor, weight: Tensor, stride: List[int], padding: List[int], dilation: List[int], transposed: bool, output_padding: List[int], groups: int, of_input: bool):
            dx, dweight, dbias = torch.convolution_backward(dy, x, weight, None, stride, padding, dilation, transposed, output_padding, groups, [of_input, not of_input, False])
            return dx if of_input else dweight
        def conv1d_backward(dy: Tensor, x: Tensor, weight: Tensor, s: int, p: int, d: int, transposed: bool, o: int, groups: int, of_input: bool):
            return conv(dy, x, weight, [s], [p], [d], transposed, [o], groups, of_input)
        def conv2d_backward(dy: Tensor, x: Tensor, weight: Tensor, s0: int, s1: int, p0: int, p1: int, d0: int, d1: int, transposed: bool, o0: int, o1: int, groups: int, of_input: bool):
            return conv(dy, x, weight, [s0, s1], [p0, p1], [d0, d1], transposed, [o0, o1], groups, of_input)
        def conv3d_backward(dy: Tensor, x: Tensor, weight: Tensor, s0: int, s1: int, s2: int, p0: int, p1: int, p2: int, d0: int, d1: int, d2: int, transposed: bool, o0: int, o1: int, o2: int, groups: int, of_input: bool):
            return conv(dy, x, weight, [s0, s1, s2], [p0, p1, p2], [d0, d1, d2], transposed, [o0, o1, o2], groups, of_input)

        """;

    /// <summary>The gradient of what a convolution took.</summary>
    /// <param name="convolution">The layer, transposed or not.</param>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took, <c>[N, C, …]</c>.</param>
    public static Tensor ConvolutionInput(Convolution convolution, Tensor dy, Tensor x) => ConvolutionBackward(convolution, null, dy, x, ofInput: true);

    /// <summary>The gradient of a convolution's weight.</summary>
    /// <inheritdoc cref="ConvolutionInput"/>
    internal static Tensor ConvolutionWeight(Convolution convolution, Tensor dy, Tensor x) => ConvolutionBackward(convolution, null, dy, x, ofInput: false);

    /// <summary>One of both gradients.</summary>
    /// <param name="convolution">The layer.</param>
    /// <param name="weight">Its weight; null for the layer's own.</param>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="ofInput">Whether that of the input is wanted, and not that of the weight.</param>
    internal static Tensor ConvolutionBackward(Convolution convolution, Tensor? weight, Tensor dy, Tensor x, bool ofInput)
    {
        ArgumentNullException.ThrowIfNull(convolution);
        var (padding, around) = convolution.transposed ? (convolution.padding!, null) : WeightedFunction.PaddingOf(convolution);
        if (around is null)
            return ConvolutionBackward(convolution, weight ?? convolution.weight!, padding, dy, x, ofInput);
        var mode = convolution.padding_mode == PaddingModes.Zeros ? PaddingModes.Constant : convolution.padding_mode;
        using var padded = nn.functional.pad(x, around, mode);
        var gradient = ConvolutionBackward(convolution, weight ?? convolution.weight!, padding, dy, padded, ofInput);
        if (!ofInput)
            return gradient;
        using (gradient)
            return PadBackward(gradient, mode, around);
    }

    private static Tensor ConvolutionBackward(Convolution convolution, Tensor weight, long[] padding, Tensor dy, Tensor x, bool ofInput)
    {
        var axes = convolution.kernel_size.Length;
        var arguments = new object[3 + (4 * axes) + 3];
        (arguments[0], arguments[1], arguments[2]) = (dy, x, weight);
        var at = 3;
        Add(convolution.stride, 1);
        Add(padding, 0);
        Add(convolution.dilation, 1);
        arguments[at++] = Box(convolution.transposed);
        Add(convolution.output_padding, 0);
        arguments[at++] = Box(convolution.groups);
        arguments[at] = Box(ofInput);
        return Script.Value.invoke<Tensor>(axes switch { 1 => "conv1d_backward", 2 => "conv2d_backward", _ => "conv3d_backward" }, arguments);

        void Add(long[]? sizes, long fallback)
        {
            for (var axis = 0; axis < axes; axis++)
                arguments[at++] = Box(sizes is null || sizes.Length == 0 ? fallback : sizes[sizes.Length == 1 ? 0 : axis]);
        }
    }
}
