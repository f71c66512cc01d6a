using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>
/// Gradients of functions of each element: <c>dy</c> is the gradient of what the function made, <c>x</c> what it took and <c>y</c> what it made. What ends in an underscore writes into <c>dy</c> and returns it.
/// </content>
public static partial class Kernels
{
    // libtorch 1.13's kernel of the exact GELU writes nothing where strides differ.
    private const string Pointwise = """
        def threshold_backward(dy: Tensor, y: Tensor, threshold: float):
            return torch.threshold_backward(dy, y, threshold)
        def threshold_backward_(dy: Tensor, y: Tensor, threshold: float) -> None:
            torch.threshold_backward(dy, y, threshold, grad_input=dy)
        def sigmoid_backward(dy: Tensor, y: Tensor):
            return torch.sigmoid_backward(dy, y)
        def sigmoid_backward_(dy: Tensor, y: Tensor) -> None:
            torch.sigmoid_backward(dy, y, grad_input=dy)
        def tanh_backward(dy: Tensor, y: Tensor):
            return torch.tanh_backward(dy, y)
        def tanh_backward_(dy: Tensor, y: Tensor) -> None:
            torch.tanh_backward(dy, y, grad_input=dy)
        def gelu(x: Tensor):
            return torch.gelu(x, approximate='tanh')
        def gelu_backward(dy: Tensor, x: Tensor, bent: bool):
            return torch.gelu_backward(dy, x, approximate='tanh') if bent else torch.gelu_backward(dy.contiguous(), x.contiguous())
        def gelu_backward_(dy: Tensor, x: Tensor, bent: bool) -> None:
            if bent:
                torch.gelu_backward(dy, x, approximate='tanh', grad_input=dy)
            elif dy.is_contiguous() and x.is_contiguous():
                torch.gelu_backward(dy, x, grad_input=dy)
            else:
                dy.copy_(torch.gelu_backward(dy.contiguous(), x.contiguous()))
        def silu_backward(dy: Tensor, x: Tensor):
            return torch.silu_backward(dy, x)
        def silu_backward_(dy: Tensor, x: Tensor) -> None:
            torch.silu_backward(dy, x, grad_input=dy)
        def leaky_relu_backward(dy: Tensor, x: Tensor, slope: float):
            return torch.leaky_relu_backward(dy, x, slope, False)
        def leaky_relu_backward_(dy: Tensor, x: Tensor, slope: float) -> None:
            torch.leaky_relu_backward(dy, x, slope, False, grad_input=dy)
        def elu_backward(dy: Tensor, x: Tensor, alpha: float, scale: float, input_scale: float):
            return torch.elu_backward(dy, alpha, scale, input_scale, False, x)
        def elu_backward_(dy: Tensor, x: Tensor, alpha: float, scale: float, input_scale: float) -> None:
            torch.elu_backward(dy, alpha, scale, input_scale, False, x, grad_input=dy)
        def hardtanh_backward(dy: Tensor, x: Tensor, minimum: float, maximum: float):
            return torch.hardtanh_backward(dy, x, minimum, maximum)
        def hardtanh_backward_(dy: Tensor, x: Tensor, minimum: float, maximum: float) -> None:
            torch.hardtanh_backward(dy, x, minimum, maximum, grad_input=dy)
        def hardsigmoid_backward(dy: Tensor, x: Tensor):
            return torch.hardsigmoid_backward(dy, x)
        def hardsigmoid_backward_(dy: Tensor, x: Tensor) -> None:
            torch.hardsigmoid_backward(dy, x, grad_input=dy)
        def hardswish_backward(dy: Tensor, x: Tensor):
            return torch.hardswish_backward(dy, x)
        def hardshrink_backward(dy: Tensor, x: Tensor, limit: float):
            return torch.hardshrink_backward(dy, x, limit)
        def softshrink_backward(dy: Tensor, x: Tensor, limit: float):
            return torch.softshrink_backward(dy, x, limit)
        def softplus_backward(dy: Tensor, x: Tensor, beta: float, threshold: float):
            return torch.softplus_backward(dy, x, beta, threshold)
        def mish_backward(dy: Tensor, x: Tensor):
            return torch.mish_backward(dy, x)

        """;

    /// <summary>Of ReLU and of a threshold: <c>dy</c> where <c>y</c> is above the threshold, else 0.</summary>
    public static Tensor ThresholdBackward(Tensor dy, Tensor y, double threshold = 0) => Call("threshold_backward", dy, y, threshold);

    /// <inheritdoc cref="ThresholdBackward"/>
    public static Tensor ThresholdBackward_(Tensor dy, Tensor y, double threshold = 0) => Apply("threshold_backward_", dy, y, threshold);

    /// <summary>Of the sigmoid: <c>dy·y·(1 - y)</c>.</summary>
    public static Tensor SigmoidBackward(Tensor dy, Tensor y) => Call("sigmoid_backward", dy, y);

    /// <inheritdoc cref="SigmoidBackward"/>
    public static Tensor SigmoidBackward_(Tensor dy, Tensor y) => Apply("sigmoid_backward_", dy, y);

    /// <summary>Of the hyperbolic tangent: <c>dy·(1 - y²)</c>.</summary>
    public static Tensor TanhBackward(Tensor dy, Tensor y) => Call("tanh_backward", dy, y);

    /// <inheritdoc cref="TanhBackward"/>
    public static Tensor TanhBackward_(Tensor dy, Tensor y) => Apply("tanh_backward_", dy, y);

    /// <summary>GELU with tanh in place of the normal distribution: <c>x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³)))</c> (Hendrycks and Gimpel, 2016).</summary>
    public static Tensor ApproximateGELU(Tensor x) => Call("gelu", x);

    /// <summary>Of GELU.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="approximate">Whether it is the form with tanh.</param>
    public static Tensor GELUBackward(Tensor dy, Tensor x, bool approximate = false) => Call("gelu_backward", dy, x, Box(approximate));

    /// <inheritdoc cref="GELUBackward"/>
    public static Tensor GELUBackward_(Tensor dy, Tensor x, bool approximate = false) => Apply("gelu_backward_", dy, x, Box(approximate));

    /// <summary>Of SiLU, <c>x·sigmoid(x)</c>.</summary>
    public static Tensor SiLUBackward(Tensor dy, Tensor x) => Call("silu_backward", dy, x);

    /// <inheritdoc cref="SiLUBackward"/>
    public static Tensor SiLUBackward_(Tensor dy, Tensor x) => Apply("silu_backward_", dy, x);

    /// <summary>Of LeakyReLU: <c>dy</c> where <c>x</c> is above 0, else <c>slope·dy</c>.</summary>
    public static Tensor LeakyReLUBackward(Tensor dy, Tensor x, double slope) => Call("leaky_relu_backward", dy, x, slope);

    /// <inheritdoc cref="LeakyReLUBackward"/>
    public static Tensor LeakyReLUBackward_(Tensor dy, Tensor x, double slope) => Apply("leaky_relu_backward_", dy, x, slope);

    /// <summary>Of ELU and its relatives: below 0, <c>scale·alpha·(exp(inputScale·x) - 1)</c>, above it <c>scale·x</c>.</summary>
    public static Tensor ELUBackward(Tensor dy, Tensor x, double alpha, double scale = 1, double inputScale = 1) => Call("elu_backward", dy, x, alpha, scale, inputScale);

    /// <inheritdoc cref="ELUBackward"/>
    public static Tensor ELUBackward_(Tensor dy, Tensor x, double alpha, double scale = 1, double inputScale = 1) => Apply("elu_backward_", dy, x, alpha, scale, inputScale);

    /// <summary>Of a clamp: <c>dy</c> where <c>x</c> lies between the bounds, else 0.</summary>
    public static Tensor HardtanhBackward(Tensor dy, Tensor x, double minimum, double maximum) => Call("hardtanh_backward", dy, x, minimum, maximum);

    /// <inheritdoc cref="HardtanhBackward"/>
    public static Tensor HardtanhBackward_(Tensor dy, Tensor x, double minimum, double maximum) => Apply("hardtanh_backward_", dy, x, minimum, maximum);

    /// <summary>Of the piecewise linear sigmoid.</summary>
    public static Tensor HardsigmoidBackward(Tensor dy, Tensor x) => Call("hardsigmoid_backward", dy, x);

    /// <inheritdoc cref="HardsigmoidBackward"/>
    public static Tensor HardsigmoidBackward_(Tensor dy, Tensor x) => Apply("hardsigmoid_backward_", dy, x);

    /// <summary>Of <c>x·hardsigmoid(x)</c>.</summary>
    public static Tensor HardswishBackward(Tensor dy, Tensor x) => Call("hardswish_backward", dy, x);

    /// <summary>Of the function that leaves out what is nearer to 0 than a limit.</summary>
    public static Tensor HardshrinkBackward(Tensor dy, Tensor x, double limit) => Call("hardshrink_backward", dy, x, limit);

    /// <summary>Of the function that moves everything by a limit towards 0.</summary>
    public static Tensor SoftshrinkBackward(Tensor dy, Tensor x, double limit) => Call("softshrink_backward", dy, x, limit);

    /// <summary>Of <c>log(1 + exp(beta·x))/beta</c>, which is <c>x</c> where <c>beta·x</c> is above the threshold.</summary>
    public static Tensor SoftplusBackward(Tensor dy, Tensor x, double beta, double threshold) => Call("softplus_backward", dy, x, beta, threshold);

    /// <summary>Of <c>x·tanh(softplus(x))</c>.</summary>
    public static Tensor MishBackward(Tensor dy, Tensor x) => Call("mish_backward", dy, x);
}
