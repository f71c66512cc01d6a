using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>The focal loss of Lin et al. 2017.</content>
public static partial class Losses
{
    /// <summary>The focal loss of labels that do not exclude each other.</summary>
    /// <param name="logits">Logits.</param>
    /// <param name="target">0 and 1, of the same shape.</param>
    /// <param name="gamma">How much less what is easy counts.</param>
    /// <param name="alpha">Factor of targets that are 1; 1 - alpha is that of others.</param>
    /// <param name="reduction">How the elements' losses become one number.</param>
    public static Tensor Focal(Tensor logits, Tensor target, double gamma = 2, double alpha = 0.25, nn.Reduction reduction = nn.Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(logits);
        using var scope = NewDisposeScope();
        var p = logits.sigmoid();
        var entropy = nn.functional.binary_cross_entropy_with_logits(logits, target, reduction: nn.Reduction.None);
        var right = p * target + (1 - p) * (1 - target);
        var factor = alpha * target + (1 - alpha) * (1 - target);
        return Reduce(factor * entropy * (1 - right).pow(gamma), reduction).MoveToOuterDisposeScope();
    }

    /// <summary>Log-probabilities of classes that exclude each other, each less the more probable it is: what <c>nll_loss</c> makes the focal loss of.</summary>
    /// <param name="logits">Logits with the classes on axis 1.</param>
    /// <param name="gamma">How much less what is easy counts.</param>
    public static Tensor FocalScores(Tensor logits, double gamma = 2)
    {
        using var scope = NewDisposeScope();
        var scores = nn.functional.log_softmax(logits, 1);
        return (scores * (1 - scores.exp()).pow(gamma)).MoveToOuterDisposeScope();
    }
}
