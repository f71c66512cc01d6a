using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step without autograd.</content>
public sealed partial class SqueezeExcitation
{
    /// <summary>The forward pass of a training step, without autograd.</summary>
    /// <param name="input"><c>[N, C, H, W]</c>.</param>
    /// <returns>What it makes, and what <see cref="Backward"/> takes: the means of the channels, what is made of them inside, and the scales; the caller disposes them.</returns>
    public (Tensor Output, Tensor Mean, Tensor Active, Tensor Scale) Excite(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var withoutAutograd = no_grad();
        var mean = nn.functional.adaptive_avg_pool2d(input, 1);
        var active = fc1.call(mean).relu_();
        var scale = fc2.call(active).sigmoid_();
        return (input * scale, mean, active, scale);
    }

    /// <summary>The backward pass: adds to the gradients of its weights.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="input">What it took.</param>
    /// <param name="mean">The means of the channels.</param>
    /// <param name="active">What was made of them inside.</param>
    /// <param name="scale">The scales.</param>
    /// <returns>The gradient of what it took; the caller disposes it.</returns>
    public Tensor Backward(Tensor dy, Tensor input, Tensor mean, Tensor active, Tensor scale)
    {
        ArgumentNullException.ThrowIfNull(dy);
        ArgumentNullException.ThrowIfNull(input);
        using var withoutAutograd = no_grad();
        using var product = dy * input;
        using var dExcited = product.sum(2, 3, true);
        Kernels.SigmoidBackward_(dExcited, scale);
        ParameterGradient.AddConvolution(fc2, dExcited, active);
        using var dSqueezed = Kernels.ConvolutionInput(fc2, dExcited, active);
        Kernels.ThresholdBackward_(dSqueezed, active);
        ParameterGradient.AddConvolution(fc1, dSqueezed, mean);
        using var dMean = Kernels.ConvolutionInput(fc1, dSqueezed, mean);
        dMean.div_(input.size(2) * input.size(3));
        return dy.mul(scale).add_(dMean);
    }
}
