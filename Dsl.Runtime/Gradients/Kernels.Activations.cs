using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Gradients of functions for which the engine has no kernel of its own: <c>dy</c> is the gradient of what the function made, <c>x</c> what it took.</content>
public static partial class Kernels
{
    private const string Activating = """
        def softsign_backward(dy: Tensor, x: Tensor):
            return dy / (x.abs() + 1).square_()
        def tanhshrink_backward(dy: Tensor, x: Tensor):
            return dy * x.tanh().square_()
        def pow_backward(dy: Tensor, x: Tensor, exponent: float):
            return torch.zeros_like(x) if exponent == 0. else dy * x.pow(exponent - 1.).mul_(exponent)
        def clamp_backward(dy: Tensor, x: Tensor, minimum: float, maximum: float):
            return dy.masked_fill((x < minimum).logical_or_(x > maximum), 0)
        def maximum_backward(dy: Tensor, a: Tensor, b: Tensor):
            return torch.where(a == b, dy / 2, dy).masked_fill_(a < b, 0)
        def minimum_backward(dy: Tensor, a: Tensor, b: Tensor):
            return torch.where(a == b, dy / 2, dy).masked_fill_(a > b, 0)
        def glu_backward(dy: Tensor, x: Tensor, axis: int):
            return torch.glu_backward(dy, x, axis)
        def prelu_backward(dy: Tensor, x: Tensor, weight: Tensor):
            slopes = weight if weight.numel() == 1 else weight.view([1, -1] + [1] * (x.dim() - 2))
            return torch.where(x > 0, dy, dy * slopes)
        def prelu_weight(dy: Tensor, x: Tensor, weight: Tensor):
            d = (dy * x).masked_fill_(x > 0, 0)
            return d.sum().view_as(weight) if weight.numel() == 1 else d.transpose(0, 1).flatten(1).sum(1)

        """;

    /// <summary>Of softsign, <c>x/(1 + |x|)</c>: <c>dy/(1 + |x|)²</c>.</summary>
    public static Tensor SoftsignBackward(Tensor dy, Tensor x) => Call("softsign_backward", dy, x);

    /// <summary>Of <c>x - tanh(x)</c>: <c>dy·tanh(x)²</c>.</summary>
    public static Tensor TanhshrinkBackward(Tensor dy, Tensor x) => Call("tanhshrink_backward", dy, x);

    /// <summary>Of a power: <c>dy·exponent·x^(exponent - 1)</c>, and 0 where the exponent is 0.</summary>
    public static Tensor PowBackward(Tensor dy, Tensor x, double exponent) => Call("pow_backward", dy, x, exponent);

    /// <summary>Of bounds: <c>dy</c> where <c>x</c> lies between them or on one, else 0.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="minimum">The least number; by default there is none.</param>
    /// <param name="maximum">The largest number; by default there is none.</param>
    public static Tensor ClampBackward(Tensor dy, Tensor x, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity) =>
        Call("clamp_backward", dy, x, minimum, maximum);

    /// <summary>Of the larger of two numbers, by <c>a</c>: <c>dy</c> where that is it, a half where both are equal, else 0.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static Tensor MaximumBackward(Tensor dy, Tensor a, Tensor b) => Call("maximum_backward", dy, a, b);

    /// <summary>Of the smaller of two numbers, by <c>a</c>: <c>dy</c> where that is it, a half where both are equal, else 0.</summary>
    /// <inheritdoc cref="MaximumBackward"/>
    public static Tensor MinimumBackward(Tensor dy, Tensor a, Tensor b) => Call("minimum_backward", dy, a, b);

    /// <summary>Of the gated linear unit, <c>a·sigmoid(b)</c> of the halves of an axis.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="axis">The axis; negative counts from the last.</param>
    public static Tensor GLUBackward(Tensor dy, Tensor x, long axis) => Call("glu_backward", dy, x, Box(axis));

    /// <summary>The gradient of what a PReLU took: <c>dy</c> where <c>x</c> is above 0, else <c>slope·dy</c>; that of the slopes is added to theirs.</summary>
    /// <param name="prelu">The layer.</param>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took; with a slope for each channel, <c>[N, C, …]</c>.</param>
    public static Tensor PReLUBackward(PReLU prelu, Tensor dy, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(prelu);
        if (prelu.weight.requires_grad)
        {
            using var added = Call("prelu_weight", dy, x, prelu.weight);
            ParameterGradient.Add(prelu.weight, added);
        }
        return Call("prelu_backward", dy, x, prelu.weight);
    }
}
