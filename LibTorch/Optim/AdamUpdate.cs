using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>The step that Adam and AdamW have in common; they differ in where the weight decay goes. Their relatives share its moments.</summary>
internal static class AdamUpdate
{
    /// <summary>Updates the moments with a gradient and moves the parameter against them, in place (Kingma and Ba, 2014, algorithm 1).</summary>
    /// <param name="parameter">What moves.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="mean">Decaying mean of the gradients.</param>
    /// <param name="square">Decaying mean of their squares.</param>
    /// <param name="largest">The largest such mean so far for AMSGrad (Reddi et al., 2018), or null.</param>
    /// <param name="step">The number of this step, from 1.</param>
    /// <param name="lr">Step size.</param>
    /// <param name="beta1">Decay of the mean.</param>
    /// <param name="beta2">Decay of the mean of squares.</param>
    /// <param name="eps">Added to the denominator.</param>
    public static void Apply(
        Tensor parameter, Tensor gradient, Tensor mean, Tensor square, Tensor? largest, long step, double lr, double beta1, double beta2, double eps)
    {
        Moments(gradient, mean, square, beta1, beta2);
        if (largest is not null)
            Operators.maximum_out.Apply(largest, square, largest);

        using var denominator = Operators.sqrt.Call(largest ?? square);
        Operators.div__Scalar.Apply(denominator, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Operators.add__Scalar.Apply(denominator, eps);
        Operators.addcdiv_.Apply(parameter, mean, denominator, -lr / (1 - Math.Pow(beta1, step)));
    }

    /// <summary>Updates the decaying means of the gradients and of their squares, in place.</summary>
    public static void Moments(Tensor gradient, Tensor mean, Tensor square, double beta1, double beta2)
    {
        Operators.mul__Scalar.Apply(mean, beta1);
        Operators.add__Tensor.Apply(mean, gradient, 1 - beta1);
        Operators.mul__Scalar.Apply(square, beta2);
        Operators.addcmul_.Apply(square, gradient, gradient, 1 - beta2);
    }
}
