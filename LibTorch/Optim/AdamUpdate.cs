using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>The step that Adam and AdamW have in common; they differ in where the weight decay goes. Their relatives share its moments.</summary>
internal static class AdamUpdate
{
    /// <summary>Updates the moments with the gradient and moves the parameter against them (Kingma and Ba, 2014, algorithm 1); nothing without a gradient.</summary>
    /// <param name="parameter">What moves.</param>
    /// <param name="mean">Decaying mean of the gradients.</param>
    /// <param name="square">Decaying mean of their squares.</param>
    /// <param name="largest">The largest such mean so far for AMSGrad (Reddi et al., 2018), or null.</param>
    /// <param name="step">The steps before this one.</param>
    /// <param name="lr">Step size.</param>
    /// <param name="beta1">Decay of the mean.</param>
    /// <param name="beta2">Decay of the mean of squares.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="maximize">Turns the gradient around.</param>
    /// <param name="decay">How much of the parameter is added to its gradient.</param>
    /// <param name="shrink">What the parameter is multiplied by first.</param>
    public static void Apply(
        Parameter parameter, Tensor mean, Tensor square, Tensor? largest, ref long step, double lr, double beta1, double beta2, double eps,
        bool maximize, double decay, double shrink)
    {
        var rate = -lr / (1 - Math.Pow(beta1, step + 1));
        var root = Math.Sqrt(1 - Math.Pow(beta2, step + 1));
        ReadOnlySpan<double> coefficients = [maximize ? -1 : 1, decay, rate, beta1, 1 - beta1, beta2, 1 - beta2, root, eps, shrink];
        var outcome = largest is null
            ? FusedStep.Take(FusedMethod.Adam, parameter, [mean, square], coefficients)
            : FusedStep.Take(FusedMethod.AMSGrad, parameter, [mean, square, largest], coefficients);
        if (outcome == FusedOutcome.NoGradient)
            return;
        step++;
        if (outcome == FusedOutcome.Done)
            return;

        using var gradient = OptimizerHelper.Gradient(parameter, maximize, decay);
        Operators.mul__Scalar.Apply(parameter, shrink);
        Moments(gradient, mean, square, beta1, beta2);
        if (largest is not null)
            Operators.maximum_out.Apply(largest, square, largest);
        using var denominator = Operators.sqrt.Call(largest ?? square);
        Operators.div__Scalar.Apply(denominator, root);
        Operators.add__Scalar.Apply(denominator, eps);
        Operators.addcdiv_.Apply(parameter, mean, denominator, rate);
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
