using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Derivatives of losses, element by element, before their reduction: each is a new tensor.</content>
public static partial class Kernels
{
    private const string Comparing = """
        def weighted_logits_backward(x: Tensor, target: Tensor, weight: Tensor):
            positive = target * weight
            return x.sigmoid().mul_(positive + 1 - target).sub_(positive)
        def smooth_l1_backward(x: Tensor, target: Tensor, beta: float):
            return (x - target).sign_() if beta == 0. else (x - target).div_(beta).clamp_(-1, 1)
        def poisson_backward(x: Tensor, target: Tensor, logarithm: bool, eps: float):
            return x.exp() - target if logarithm else 1 - target / (x + eps)
        def soft_margin_backward(x: Tensor, target: Tensor):
            return (x * target).neg_().sigmoid_().mul_(target).neg_()

        """;

    /// <summary>Of the binary cross-entropy of logits of which the positives count more or less: <c>σ(x)·(w·t + 1 - t) - w·t</c>.</summary>
    /// <param name="x">The logits.</param>
    /// <param name="target">The targets, of the same shape.</param>
    /// <param name="weight">The factor of the positives, which broadcasts to the logits.</param>
    public static Tensor WeightedLogitsBackward(Tensor x, Tensor target, Tensor weight) => Call("weighted_logits_backward", x, target, weight);

    /// <summary>Of the smooth L1 loss: the difference divided by <c>beta</c>, at most 1 and at least -1; its sign where <c>beta</c> is 0.</summary>
    /// <param name="x">The predictions.</param>
    /// <param name="target">The targets, of the same shape.</param>
    /// <param name="beta">The distance above which the loss is linear.</param>
    public static Tensor SmoothL1Backward(Tensor x, Tensor target, double beta) => Call("smooth_l1_backward", x, target, beta);

    /// <summary>Of the likelihood of counts: <c>exp(x) - t</c>, or <c>1 - t/(x + eps)</c>.</summary>
    /// <param name="x">The rates, or their logarithms.</param>
    /// <param name="target">The counts, of the same shape.</param>
    /// <param name="logarithm">Whether they are the logarithms.</param>
    /// <param name="eps">Added to the rates.</param>
    public static Tensor PoissonBackward(Tensor x, Tensor target, bool logarithm, double eps = 1e-8) => Call("poisson_backward", x, target, logarithm, eps);

    /// <summary>Of the logistic loss of the classes -1 and 1: <c>-t·σ(-t·x)</c>.</summary>
    /// <param name="x">The logits.</param>
    /// <param name="target">-1 and 1, of the same shape.</param>
    public static Tensor SoftMarginBackward(Tensor x, Tensor target) => Call("soft_margin_backward", x, target);
}
