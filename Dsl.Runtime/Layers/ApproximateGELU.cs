using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>GELU with tanh in place of the normal distribution (Hendrycks and Gimpel, 2016), which TorchSharp has only since 0.107.</summary>
public static class ApproximateGELU
{
    /// <summary><c>x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³)))</c>.</summary>
    /// <param name="x">A floating-point tensor.</param>
    /// <returns>A new tensor of the same shape; the caller disposes it.</returns>
    public static Tensor Apply(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!is_grad_enabled() || !x.requires_grad)
            return Kernels.ApproximateGELU(x);
        using var scope = NewDisposeScope();
        var bent = x * (1 + 0.044715 * x.square()) * Math.Sqrt(2 / Math.PI);
        return (0.5 * x * (1 + bent.tanh())).MoveToOuterDisposeScope();
    }
}
