using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Poolings.</content>
public static partial class Kernels
{
    private const string Pooling = """
        def max_pool2d(x: Tensor, k0: int, k1: int, s0: int, s1: int, p0: int, p1: int, d0: int, d1: int, ceil: bool):
            return torch.max_pool2d_with_indices(x, [k0, k1], [s0, s1], [p0, p1], [d0, d1], ceil)
        def max_pool2d_backward(dy: Tensor, x: Tensor, indices: Tensor, k0: int, k1: int, s0: int, s1: int, p0: int, p1: int, d0: int, d1: int, ceil: bool):
            return torch.max_pool2d_with_indices_backward(dy, x, [k0, k1], [s0, s1], [p0, p1], [d0, d1], ceil, indices)
        def avg_pool2d_backward(dy: Tensor, x: Tensor, k0: int, k1: int, s0: int, s1: int, p0: int, p1: int, ceil: bool, counts_padding: bool, divisor: int):
            return torch.avg_pool2d_backward(dy, x, [k0, k1], [s0, s1], [p0, p1], ceil, counts_padding, None if divisor == 0 else divisor)
        def adaptive_avg_pool2d_backward(dy: Tensor, x: Tensor):
            return torch._adaptive_avg_pool2d_backward(dy, x)

        """;

    /// <summary>The maximum of each window, and where it was.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="dilation">The distance between its points.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static (Tensor Y, Tensor Indices) MaxPool2d(Tensor x, (long H, long W) kernel, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, bool ceil) =>
        Script.Value.invoke<(Tensor, Tensor)>(
            "max_pool2d", x, (int)kernel.H, (int)kernel.W, (int)stride.H, (int)stride.W, (int)padding.H, (int)padding.W, (int)dilation.H, (int)dilation.W, ceil);

    /// <summary>Of the maximum of each window.</summary>
    /// <param name="dy">The gradient of the maxima.</param>
    /// <param name="x">What was pooled.</param>
    /// <param name="indices">Where the maxima were.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="dilation">The distance between its points.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static Tensor MaxPool2dBackward(
        Tensor dy, Tensor x, Tensor indices, (long H, long W) kernel, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, bool ceil) =>
        Call("max_pool2d_backward", dy, x, indices, (int)kernel.H, (int)kernel.W, (int)stride.H, (int)stride.W, (int)padding.H, (int)padding.W, (int)dilation.H, (int)dilation.W, ceil);

    /// <summary>Of the average of each window.</summary>
    /// <param name="dy">The gradient of the averages.</param>
    /// <param name="x">What was pooled.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    /// <param name="countsPadding">Whether the zeros of the padding count.</param>
    /// <param name="divisor">What sums are divided by; 0 for the number of elements.</param>
    public static Tensor AvgPool2dBackward(
        Tensor dy, Tensor x, (long H, long W) kernel, (long H, long W) stride, (long H, long W) padding, bool ceil, bool countsPadding, long divisor) =>
        Call("avg_pool2d_backward", dy, x, (int)kernel.H, (int)kernel.W, (int)stride.H, (int)stride.W, (int)padding.H, (int)padding.W, ceil, countsPadding, (int)divisor);

    /// <summary>Of the average to a size.</summary>
    /// <param name="dy">The gradient of the averages.</param>
    /// <param name="x">What was pooled, <c>[N, C, H, W]</c>.</param>
    public static Tensor AdaptiveAvgPool2dBackward(Tensor dy, Tensor x) => Call("adaptive_avg_pool2d_backward", dy, x);
}
