using NeuralDsl.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>What predictions call: layers as in evaluation mode, whatever their mode is.</content>
public static partial class Kernels
{
    // Of a convolution y = W·x + b and a normalization s·(y - mean) + beta, where s = gamma/√(variance + eps): (s·W)·x + s·(b - mean) + beta.
    private const string Folding = """
        def fold_batch_norm(weight: Tensor, bias: Optional[Tensor], gamma: Optional[Tensor], beta: Optional[Tensor], mean: Tensor, variance: Tensor, eps: float):
            scale = torch.rsqrt(variance + eps)
            if gamma is not None:
                scale = scale * gamma
            shift = (bias - mean if bias is not None else -mean) * scale
            if beta is not None:
                shift = shift + beta
            return weight * scale.reshape([-1] + [1] * (weight.dim() - 1)), shift

        """;

    /// <summary>Batch normalization by the running statistics.</summary>
    /// <param name="norm">The layer, which has them.</param>
    /// <param name="x">What it takes, <c>[N, C, …]</c>.</param>
    public static Tensor PredictBatchNorm(BatchNorm norm, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return nn.functional.batch_norm(x, norm.running_mean!, norm.running_var!, norm.weight!, norm.bias!, training: false, eps: norm.eps);
    }

    /// <summary>
    /// A convolution and the batch normalization after it as one: the weights are scaled and shifted instead of what they make. They are folded anew in each call, which costs less than the
    /// normalization, and so they are never older than the layers.
    /// </summary>
    /// <param name="convolution">The convolution, not transposed, whose padding is a number of zeros.</param>
    /// <param name="norm">The normalization, which has running statistics.</param>
    /// <param name="x">What the convolution takes, <c>[N, C, …]</c>.</param>
    public static Tensor PredictNormalized(Convolution convolution, BatchNorm norm, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(convolution);
        ArgumentNullException.ThrowIfNull(norm);
        var (weight, bias) = Script.Value.invoke<(Tensor, Tensor)>(
            "fold_batch_norm", convolution.weight!, convolution.bias!, norm.weight!, norm.bias!, norm.running_mean!, norm.running_var!, norm.eps);
        using (weight)
        using (bias)
            return WeightedFunction.Of(convolution)(x, weight, bias);
    }
}
