using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Losses of vectors that belong together or do not.</content>
public static partial class Losses
{
    /// <summary>InfoNCE (van den Oord et al. 2018): cross-entropy of scaled cosines, where row i belongs to row i.</summary>
    /// <param name="a">Vectors <c>[N, D]</c>.</param>
    /// <param name="b">Vectors of the same shape.</param>
    /// <param name="temperature">What cosines are divided by.</param>
    /// <param name="symmetric">Whether the loss is the mean of both directions.</param>
    /// <param name="reduction">How the rows' losses become one number.</param>
    public static Tensor InfoNCE(Tensor a, Tensor b, double temperature = 0.07, bool symmetric = false, nn.Reduction reduction = nn.Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(a);
        using var scope = NewDisposeScope();
        var cosines = nn.functional.normalize(a, 2, 1).matmul(nn.functional.normalize(b, 2, 1).transpose(0, 1)) / temperature;
        var partners = arange(a.size(0), dtype: ScalarType.Int64, device: a.device);
        var loss = nn.functional.cross_entropy(cosines, partners, reduction: reduction);
        if (symmetric)
            loss = (loss + nn.functional.cross_entropy(cosines.transpose(0, 1), partners, reduction: reduction)) * 0.5;
        return loss.MoveToOuterDisposeScope();
    }

    /// <summary>The contrastive loss of Hadsell et al. 2006.</summary>
    /// <param name="a">Vectors <c>[N, D]</c>.</param>
    /// <param name="b">Vectors of the same shape.</param>
    /// <param name="target">1 for a pair of one kind, 0 for others, <c>[N]</c>.</param>
    /// <param name="margin">How far apart others shall be.</param>
    /// <param name="reduction">How the pairs' losses become one number.</param>
    public static Tensor Contrastive(Tensor a, Tensor b, Tensor target, double margin = 1, nn.Reduction reduction = nn.Reduction.Mean)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var scope = NewDisposeScope();
        var distance = nn.functional.pairwise_distance(a, b);
        var losses = target * distance.square() + (1 - target) * (margin - distance).clamp_min(0).square();
        return Reduce(losses * 0.5, reduction).MoveToOuterDisposeScope();
    }

    /// <summary>The triplet loss of PyTorch's <c>TripletMarginWithDistanceLoss</c> with 1 minus the cosine as distance.</summary>
    /// <param name="anchor">Vectors <c>[*, D]</c>.</param>
    /// <param name="positive">Vectors that shall be near to the anchors.</param>
    /// <param name="negative">Vectors that shall be farther.</param>
    /// <param name="margin">By how much.</param>
    /// <param name="swap">Whether the positive's distance to the negative counts where it is smaller than the anchor's.</param>
    /// <param name="reduction">How the triplets' losses become one number.</param>
    public static Tensor CosineTriplet(
        Tensor anchor, Tensor positive, Tensor negative, double margin = 1, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
    {
        using var scope = NewDisposeScope();
        var near = Distance(anchor, positive);
        var far = Distance(anchor, negative);
        if (swap)
            far = far.minimum(Distance(positive, negative));
        return Reduce((near - far + margin).clamp_min(0), reduction).MoveToOuterDisposeScope();

        static Tensor Distance(Tensor x, Tensor y) => 1 - nn.functional.cosine_similarity(x, y, -1);
    }
}
