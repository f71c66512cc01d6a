using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Poolings.</content>
public static partial class Kernels
{
    private const string Pooling = """
        def max_pool1d(x: Tensor, k: int, s: int, p: int, d: int, ceil: bool):
            y, indices = torch.max_pool2d_with_indices(x.unsqueeze(2), [1, k], [1, s], [0, p], [1, d], ceil)
            return y.squeeze(2), indices
        def max_pool1d_backward(dy: Tensor, x: Tensor, indices: Tensor, k: int, s: int, p: int, d: int, ceil: bool):
            return torch.max_pool2d_with_indices_backward(dy.unsqueeze(2), x.unsqueeze(2), [1, k], [1, s], [0, p], [1, d], ceil, indices).squeeze(2)
        def max_pool2d(x: Tensor, k0: int, k1: int, s0: int, s1: int, p0: int, p1: int, d0: int, d1: int, ceil: bool):
            return torch.max_pool2d_with_indices(x, [k0, k1], [s0, s1], [p0, p1], [d0, d1], ceil)
        def max_pool2d_backward(dy: Tensor, x: Tensor, indices: Tensor, k0: int, k1: int, s0: int, s1: int, p0: int, p1: int, d0: int, d1: int, ceil: bool):
            return torch.max_pool2d_with_indices_backward(dy, x, [k0, k1], [s0, s1], [p0, p1], [d0, d1], ceil, indices)
        def max_pool3d(x: Tensor, k0: int, k1: int, k2: int, s0: int, s1: int, s2: int, p0: int, p1: int, p2: int, d0: int, d1: int, d2: int, ceil: bool):
            return torch.max_pool3d_with_indices(x, [k0, k1, k2], [s0, s1, s2], [p0, p1, p2], [d0, d1, d2], ceil)
        def max_pool3d_backward(dy: Tensor, x: Tensor, indices: Tensor, k0: int, k1: int, k2: int, s0: int, s1: int, s2: int, p0: int, p1: int, p2: int, d0: int, d1: int, d2: int, ceil: bool):
            return torch.max_pool3d_with_indices_backward(dy, x, [k0, k1, k2], [s0, s1, s2], [p0, p1, p2], [d0, d1, d2], ceil, indices)
        def avg_pool1d_backward(dy: Tensor, x: Tensor, k: int, s: int, p: int, ceil: bool, counts_padding: bool, divisor: int):
            return torch.avg_pool2d_backward(dy.unsqueeze(2), x.unsqueeze(2), [1, k], [1, s], [0, p], ceil, counts_padding, None if divisor == 0 else divisor).squeeze(2)
        def avg_pool2d_backward(dy: Tensor, x: Tensor, k0: int, k1: int, s0: int, s1: int, p0: int, p1: int, ceil: bool, counts_padding: bool, divisor: int):
            return torch.avg_pool2d_backward(dy, x, [k0, k1], [s0, s1], [p0, p1], ceil, counts_padding, None if divisor == 0 else divisor)
        def avg_pool3d_backward(dy: Tensor, x: Tensor, k0: int, k1: int, k2: int, s0: int, s1: int, s2: int, p0: int, p1: int, p2: int, ceil: bool, counts_padding: bool, divisor: int):
            return torch.avg_pool3d_backward(dy, x, [k0, k1, k2], [s0, s1, s2], [p0, p1, p2], ceil, counts_padding, None if divisor == 0 else divisor)
        def lp_pool1d_backward(dy: Tensor, x: Tensor, y: Tensor, power: float, k: int, s: int, ceil: bool):
            return avg_pool1d_backward(dy * y.pow(1. - power) * k, x, k, s, 0, ceil, True, 0).mul_(x.pow(power - 1.))
        def lp_pool2d_backward(dy: Tensor, x: Tensor, y: Tensor, power: float, k0: int, k1: int, s0: int, s1: int, ceil: bool):
            return avg_pool2d_backward(dy * y.pow(1. - power) * (k0 * k1), x, k0, k1, s0, s1, 0, 0, ceil, True, 0).mul_(x.pow(power - 1.))
        def adaptive_avg_pool1d_backward(dy: Tensor, x: Tensor):
            return torch._adaptive_avg_pool2d_backward(dy.unsqueeze(2), x.unsqueeze(2)).squeeze(2)
        def adaptive_avg_pool2d_backward(dy: Tensor, x: Tensor):
            return torch._adaptive_avg_pool2d_backward(dy, x)
        def adaptive_avg_pool3d_backward(dy: Tensor, x: Tensor):
            return torch._adaptive_avg_pool3d_backward(dy, x)
        def adaptive_max_pool1d(x: Tensor, size: int):
            y, indices = torch.adaptive_max_pool2d(x.unsqueeze(2), [1, size])
            return y.squeeze(2), indices
        def adaptive_max_pool1d_backward(dy: Tensor, x: Tensor, indices: Tensor):
            return torch.adaptive_max_pool2d_backward(dy.unsqueeze(2), x.unsqueeze(2), indices).squeeze(2)
        def adaptive_max_pool2d(x: Tensor, h: int, w: int):
            return torch.adaptive_max_pool2d(x, [h, w])
        def adaptive_max_pool2d_backward(dy: Tensor, x: Tensor, indices: Tensor):
            return torch.adaptive_max_pool2d_backward(dy, x, indices)
        def adaptive_max_pool3d(x: Tensor, d: int, h: int, w: int):
            return torch.adaptive_max_pool3d(x, [d, h, w])
        def adaptive_max_pool3d_backward(dy: Tensor, x: Tensor, indices: Tensor):
            return torch.adaptive_max_pool3d_backward(dy, x, indices)

        """;

    /// <summary>The maximum of each window, and where it was.</summary>
    /// <param name="x"><c>[N, C, L]</c>.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="dilation">The distance between its points.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static (Tensor Y, Tensor Indices) MaxPool1d(Tensor x, long kernel, long stride, long padding, long dilation, bool ceil) =>
        Script.Value.invoke<(Tensor, Tensor)>(
            "max_pool1d", x, Box(kernel), Box(stride), Box(padding), Box(dilation), Box(ceil));

    /// <summary>Of the maximum of each window.</summary>
    /// <param name="dy">The gradient of the maxima.</param>
    /// <param name="x">What was pooled.</param>
    /// <param name="indices">Where the maxima were.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="dilation">The distance between its points.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static Tensor MaxPool1dBackward(
        Tensor dy, Tensor x, Tensor indices, long kernel, long stride, long padding, long dilation, bool ceil) =>
        Call("max_pool1d_backward", dy, x, indices, Box(kernel), Box(stride), Box(padding), Box(dilation), Box(ceil));

    /// <summary>The maximum of each window, and where it was.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="dilation">The distance between its points.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static (Tensor Y, Tensor Indices) MaxPool2d(Tensor x, (long H, long W) kernel, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, bool ceil) =>
        Script.Value.invoke<(Tensor, Tensor)>(
            "max_pool2d", x, Box(kernel.H), Box(kernel.W), Box(stride.H), Box(stride.W), Box(padding.H), Box(padding.W), Box(dilation.H), Box(dilation.W), Box(ceil));

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
        Call("max_pool2d_backward", dy, x, indices, Box(kernel.H), Box(kernel.W), Box(stride.H), Box(stride.W), Box(padding.H), Box(padding.W), Box(dilation.H), Box(dilation.W), Box(ceil));

    /// <summary>The maximum of each window, and where it was.</summary>
    /// <param name="x"><c>[N, C, D, H, W]</c>.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="dilation">The distance between its points.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static (Tensor Y, Tensor Indices) MaxPool3d(
        Tensor x, (long D, long H, long W) kernel, (long D, long H, long W) stride, (long D, long H, long W) padding, (long D, long H, long W) dilation, bool ceil) =>
        Script.Value.invoke<(Tensor, Tensor)>(
            "max_pool3d", x, Box(kernel.D), Box(kernel.H), Box(kernel.W), Box(stride.D), Box(stride.H), Box(stride.W),
            Box(padding.D), Box(padding.H), Box(padding.W), Box(dilation.D), Box(dilation.H), Box(dilation.W), Box(ceil));

    /// <summary>Of the maximum of each window.</summary>
    /// <param name="dy">The gradient of the maxima.</param>
    /// <param name="x">What was pooled.</param>
    /// <param name="indices">Where the maxima were.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="dilation">The distance between its points.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static Tensor MaxPool3dBackward(
        Tensor dy, Tensor x, Tensor indices, (long D, long H, long W) kernel, (long D, long H, long W) stride, (long D, long H, long W) padding, (long D, long H, long W) dilation, bool ceil) =>
        Call(
            "max_pool3d_backward", dy, x, indices, Box(kernel.D), Box(kernel.H), Box(kernel.W), Box(stride.D), Box(stride.H), Box(stride.W),
            Box(padding.D), Box(padding.H), Box(padding.W), Box(dilation.D), Box(dilation.H), Box(dilation.W), Box(ceil));

    /// <summary>Of the average of each window.</summary>
    /// <param name="dy">The gradient of the averages.</param>
    /// <param name="x">What was pooled.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    /// <param name="countsPadding">Whether the zeros of the padding count.</param>
    /// <param name="divisor">What sums are divided by; 0 for the number of elements.</param>
    public static Tensor AvgPool1dBackward(
        Tensor dy, Tensor x, long kernel, long stride, long padding, bool ceil, bool countsPadding, long divisor) =>
        Call("avg_pool1d_backward", dy, x, Box(kernel), Box(stride), Box(padding), Box(ceil), Box(countsPadding), Box(divisor));

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
        Call("avg_pool2d_backward", dy, x, Box(kernel.H), Box(kernel.W), Box(stride.H), Box(stride.W), Box(padding.H), Box(padding.W), Box(ceil), Box(countsPadding), Box(divisor));

    /// <summary>Of the average of each window.</summary>
    /// <param name="dy">The gradient of the averages.</param>
    /// <param name="x">What was pooled.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="padding">What is added on both sides.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    /// <param name="countsPadding">Whether the zeros of the padding count.</param>
    /// <param name="divisor">What sums are divided by; 0 for the number of elements.</param>
    public static Tensor AvgPool3dBackward(
        Tensor dy, Tensor x, (long D, long H, long W) kernel, (long D, long H, long W) stride, (long D, long H, long W) padding, bool ceil, bool countsPadding, long divisor) =>
        Call(
            "avg_pool3d_backward", dy, x, Box(kernel.D), Box(kernel.H), Box(kernel.W), Box(stride.D), Box(stride.H), Box(stride.W),
            Box(padding.D), Box(padding.H), Box(padding.W), Box(ceil), Box(countsPadding), Box(divisor));

    /// <summary>Of the root of the sum of powers of each window.</summary>
    /// <param name="dy">The gradient of the roots.</param>
    /// <param name="x">What was pooled, <c>[N, C, L]</c>.</param>
    /// <param name="y">The roots.</param>
    /// <param name="power">The power.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static Tensor LPPool1dBackward(Tensor dy, Tensor x, Tensor y, double power, long kernel, long stride, bool ceil) =>
        Call("lp_pool1d_backward", dy, x, y, power, Box(kernel), Box(stride), Box(ceil));

    /// <summary>Of the root of the sum of powers of each window.</summary>
    /// <param name="dy">The gradient of the roots.</param>
    /// <param name="x">What was pooled, <c>[N, C, H, W]</c>.</param>
    /// <param name="y">The roots.</param>
    /// <param name="power">The power.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">Its step.</param>
    /// <param name="ceil">Whether a last window may reach beyond the end.</param>
    public static Tensor LPPool2dBackward(Tensor dy, Tensor x, Tensor y, double power, (long H, long W) kernel, (long H, long W) stride, bool ceil) =>
        Call("lp_pool2d_backward", dy, x, y, power, Box(kernel.H), Box(kernel.W), Box(stride.H), Box(stride.W), Box(ceil));

    /// <summary>Of the average to a size.</summary>
    /// <param name="dy">The gradient of the averages.</param>
    /// <param name="x">What was pooled, <c>[N, C, L]</c>.</param>
    public static Tensor AdaptiveAvgPool1dBackward(Tensor dy, Tensor x) => Call("adaptive_avg_pool1d_backward", dy, x);

    /// <summary>Of the average to a size.</summary>
    /// <param name="dy">The gradient of the averages.</param>
    /// <param name="x">What was pooled, <c>[N, C, H, W]</c>.</param>
    public static Tensor AdaptiveAvgPool2dBackward(Tensor dy, Tensor x) => Call("adaptive_avg_pool2d_backward", dy, x);

    /// <summary>Of the average to a size.</summary>
    /// <param name="dy">The gradient of the averages.</param>
    /// <param name="x">What was pooled, <c>[N, C, D, H, W]</c>.</param>
    public static Tensor AdaptiveAvgPool3dBackward(Tensor dy, Tensor x) => Call("adaptive_avg_pool3d_backward", dy, x);

    /// <summary>The maximum to a size, and where it was.</summary>
    /// <param name="x"><c>[N, C, L]</c>.</param>
    /// <param name="length">The length that it makes.</param>
    public static (Tensor Y, Tensor Indices) AdaptiveMaxPool1d(Tensor x, long length) => Script.Value.invoke<(Tensor, Tensor)>("adaptive_max_pool1d", x, Box(length));

    /// <summary>Of the maximum to a size.</summary>
    /// <param name="dy">The gradient of the maxima.</param>
    /// <param name="x">What was pooled, <c>[N, C, L]</c>.</param>
    /// <param name="indices">Where the maxima were.</param>
    public static Tensor AdaptiveMaxPool1dBackward(Tensor dy, Tensor x, Tensor indices) => Call("adaptive_max_pool1d_backward", dy, x, indices);

    /// <summary>The maximum to a size, and where it was.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="height">The height that it makes.</param>
    /// <param name="width">The width that it makes.</param>
    public static (Tensor Y, Tensor Indices) AdaptiveMaxPool2d(Tensor x, long height, long width) => Script.Value.invoke<(Tensor, Tensor)>("adaptive_max_pool2d", x, Box(height), Box(width));

    /// <summary>Of the maximum to a size.</summary>
    /// <param name="dy">The gradient of the maxima.</param>
    /// <param name="x">What was pooled, <c>[N, C, H, W]</c>.</param>
    /// <param name="indices">Where the maxima were.</param>
    public static Tensor AdaptiveMaxPool2dBackward(Tensor dy, Tensor x, Tensor indices) => Call("adaptive_max_pool2d_backward", dy, x, indices);

    /// <summary>The maximum to a size, and where it was.</summary>
    /// <param name="x"><c>[N, C, D, H, W]</c>.</param>
    /// <param name="depth">The depth that it makes.</param>
    /// <param name="height">The height that it makes.</param>
    /// <param name="width">The width that it makes.</param>
    public static (Tensor Y, Tensor Indices) AdaptiveMaxPool3d(Tensor x, long depth, long height, long width) =>
        Script.Value.invoke<(Tensor, Tensor)>("adaptive_max_pool3d", x, Box(depth), Box(height), Box(width));

    /// <summary>Of the maximum to a size.</summary>
    /// <param name="dy">The gradient of the maxima.</param>
    /// <param name="x">What was pooled, <c>[N, C, D, H, W]</c>.</param>
    /// <param name="indices">Where the maxima were.</param>
    public static Tensor AdaptiveMaxPool3dBackward(Tensor dy, Tensor x, Tensor indices) => Call("adaptive_max_pool3d_backward", dy, x, indices);
}
