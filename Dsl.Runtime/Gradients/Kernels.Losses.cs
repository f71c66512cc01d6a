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
        def focal_backward(x: Tensor, target: Tensor, gamma: float, alpha: float):
            p = x.sigmoid()
            wrong = 1 - (p * target + (1 - p) * (1 - target))
            entropy = torch.binary_cross_entropy_with_logits(x, target, None, None, 0)
            factor = alpha * target + (1 - alpha) * (1 - target)
            return factor * ((p - target) * wrong.pow(gamma) - pow_backward(entropy, wrong, gamma) * p * (1 - p) * (2 * target - 1))
        def dice_backward(x: Tensor, target: Tensor, smooth: float):
            p = x.flatten(2)
            if not target.is_floating_point():
                y = torch.one_hot(target.flatten(1), x.size(1)).transpose(1, 2).to(x.dtype)
            else:
                y = target.flatten(2)
            total = (p + y).sum(-1, keepdim=True) + smooth
            overlap = (p * y).sum(-1, keepdim=True) * 2 + smooth
            return (overlap / total - 2 * y).div_(total).view(x.size())
        def gaussian_backward(x: Tensor, variance: Tensor, target: Tensor, eps: float):
            kept = variance.clamp_min(eps)
            d = (x - target) / kept
            return d, (1 / kept - d.square()) * 0.5
        def margin_ranking_backward(a: Tensor, b: Tensor, target: Tensor, margin: float):
            d = target.neg().masked_fill_((b - a) * target + margin < 0, 0)
            return d, d.neg()
        def policy_backward(scores: Tensor, actions: Tensor, advantages: Tensor):
            y = torch.log_softmax(scores, -1)
            d = torch.zeros_like(y).scatter_(-1, actions.unsqueeze(-1), advantages.neg().unsqueeze(-1))
            return torch._log_softmax_backward_data(d, y, -1, y.dtype)
        def multi_margin_backward(x: Tensor, target: Tensor, p: int, margin: float, weight: Optional[Tensor], reduction: int):
            return torch.multi_margin_loss_backward(torch.ones([], dtype=x.dtype, device=x.device), x, target, p, margin, weight, reduction)
        def multi_label_margin(x: Tensor, target: Tensor, reduction: int):
            return torch.multilabel_margin_loss_forward(x, target, reduction)
        def multi_label_margin_backward(x: Tensor, target: Tensor, reduction: int, is_target: Tensor):
            return torch.multilabel_margin_loss_backward(torch.ones([], dtype=x.dtype, device=x.device), x, target, reduction, is_target)
        def distance_backward(dy: Tensor, a: Tensor, b: Tensor, y: Tensor, p: float, eps: float):
            d, n, g = a - b + eps, y.unsqueeze(-1), dy.unsqueeze(-1)
            if p == 0.:
                return torch.zeros_like(d)
            elif p == 1.:
                return d.sign() * g
            elif p == 2.:
                return d * (g / n).masked_fill_(n == 0, 0)
            elif p == float('inf'):
                largest = (d.abs() == n).to(d.dtype)
                return d.sign() * largest * (g / largest.sum(-1, keepdim=True))
            else:
                return d.sign() * d.abs().pow(p - 1.).masked_fill_(d == 0, 0) * (g / n.pow(p - 1.)).masked_fill_(n == 0, 0)
        def contrastive_backward(a: Tensor, b: Tensor, target: Tensor, margin: float):
            y = torch.pairwise_distance(a, b)
            d = distance_backward(target * y - (1 - target) * (margin - y).clamp_min(0), a, b, y, 2., 1e-6)
            return d, d.neg()
        def cosine_embedding_backward(a: Tensor, b: Tensor, target: Tensor, margin: float):
            left, right = (a * a).sum(1, keepdim=True) + 1e-12, (b * b).sum(1, keepdim=True) + 1e-12
            lengths = (left * right).sqrt()
            cosine = (a * b).sum(1, keepdim=True) / lengths
            t = target.unsqueeze(1)
            d = (t == -1).logical_and_(cosine >= margin).to(a.dtype) - (t == 1).to(a.dtype)
            return d * (b / lengths - a * (cosine / left)), d * (a / lengths - b * (cosine / right))
        def triplet_backward(anchor: Tensor, positive: Tensor, negative: Tensor, margin: float, swap: bool, p: float, eps: float):
            near, far = torch.pairwise_distance(anchor, positive, p, eps), torch.pairwise_distance(anchor, negative, p, eps)
            other = torch.pairwise_distance(positive, negative, p, eps) if swap else far
            farther = torch.minimum(far, other)
            active = (margin + near - farther >= 0).to(near.dtype)
            dnear = distance_backward(active, anchor, positive, near, p, eps)
            dfar = distance_backward(active if not swap else minimum_backward(active, far, other), anchor, negative, far, p, eps)
            danchor, dpositive, dnegative = dnear - dfar, dnear.neg(), dfar
            if swap:
                dother = distance_backward(minimum_backward(active, other, far), positive, negative, other, p, eps)
                dpositive, dnegative = dpositive - dother, dnegative + dother
            return danchor, dpositive, dnegative
        def normalized_backward(d: Tensor, x: Tensor):
            length = torch.linalg_vector_norm(x, 2, [1], True).clamp_min(1e-12)
            y = x / length
            return (d - y * (d * y).sum(1, keepdim=True)) / length
        def info_nce_backward(a: Tensor, b: Tensor, temperature: float, symmetric: bool):
            u = a / torch.linalg_vector_norm(a, 2, [1], True).clamp_min(1e-12)
            v = b / torch.linalg_vector_norm(b, 2, [1], True).clamp_min(1e-12)
            cosines = u.mm(v.t()) / temperature
            partners = torch.eye(a.size(0), dtype=a.dtype, device=a.device)
            d = torch.softmax(cosines, 1) - partners
            if symmetric:
                d = (d + torch.softmax(cosines, 0) - partners) * 0.5
            d.div_(temperature)
            return normalized_backward(d.mm(v), a), normalized_backward(d.t().mm(u), b)

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

    /// <summary>Of the focal loss of labels that do not exclude each other.</summary>
    /// <param name="x">The logits.</param>
    /// <param name="target">0 and 1, of the same shape.</param>
    /// <param name="gamma">How much less what is easy counts.</param>
    /// <param name="alpha">Factor of targets that are 1; 1 - alpha is that of others.</param>
    public static Tensor FocalBackward(Tensor x, Tensor target, double gamma, double alpha) => Call("focal_backward", x, target, gamma, alpha);

    /// <summary>Of the Dice loss of each row and channel: <c>((2·Σpy + s)/(Σp + Σy + s) - 2y)/(Σp + Σy + s)</c>.</summary>
    /// <param name="x">Probabilities <c>[N, C, …]</c>.</param>
    /// <param name="target">0 and 1 of the same shape, or Int64 classes <c>[N, …]</c>.</param>
    /// <param name="smooth">Keeps the quotient of an empty region from 0/0.</param>
    public static Tensor DiceBackward(Tensor x, Tensor target, double smooth) => Call("dice_backward", x, target, smooth);

    /// <summary>Of the likelihood of a normal distribution: <c>(x - t)/v</c> by the mean, and <c>½·(1/v - ((x - t)/v)²)</c> by the variance.</summary>
    /// <param name="x">The means.</param>
    /// <param name="variance">The variances, of the same shape.</param>
    /// <param name="target">The numbers, of the same shape.</param>
    /// <param name="eps">The least variance; what is below counts as it.</param>
    public static (Tensor Mean, Tensor Variance) GaussianBackward(Tensor x, Tensor variance, Tensor target, double eps) =>
        Script.Value.invoke<(Tensor, Tensor)>("gaussian_backward", x, variance, target, eps);

    /// <summary>Of the order of scores: <c>-t</c> and <c>t</c> where they are not in order by the margin, else 0.</summary>
    /// <param name="a">The one score.</param>
    /// <param name="b">The other.</param>
    /// <param name="target">1 where the first shall be larger, -1 where the second.</param>
    /// <param name="margin">By how much.</param>
    public static (Tensor A, Tensor B) MarginRankingBackward(Tensor a, Tensor b, Tensor target, double margin) =>
        Script.Value.invoke<(Tensor, Tensor)>("margin_ranking_backward", a, b, target, margin);

    /// <summary>Of the loss of a policy: <c>(softmax - one-hot)·advantage</c>.</summary>
    /// <param name="scores">The scores of all actions, along the last axis.</param>
    /// <param name="actions">The actions that were taken, Int64, without that axis.</param>
    /// <param name="advantages">How good they were, of the shape of the actions.</param>
    public static Tensor PolicyGradientBackward(Tensor scores, Tensor actions, Tensor advantages) => Call("policy_backward", scores, actions, advantages);

    /// <summary>Of the hinge loss of classes that exclude each other, reduced.</summary>
    /// <param name="x">The scores, <c>[N, C]</c>.</param>
    /// <param name="target">The classes, Int64 <c>[N]</c>.</param>
    /// <param name="p">The power of what lacks to the margin.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="weights">A factor for each class, <c>[C]</c>; null for none.</param>
    /// <param name="mean">Whether the loss is the mean, and not the sum.</param>
    public static Tensor MultiMarginBackward(Tensor x, Tensor target, long p, double margin, Tensor? weights, bool mean) =>
        Call("multi_margin_backward", x, target, Box(p), margin, weights, mean ? Mean : Sum);

    /// <summary>The hinge loss of several classes a row, and which classes are a row's.</summary>
    /// <param name="x">The scores, <c>[N, C]</c>.</param>
    /// <param name="target">The classes of each row and then -1, Int64 <c>[N, C]</c>.</param>
    /// <param name="mean">Whether the loss is the mean, and not the sum.</param>
    public static (Tensor Loss, Tensor IsTarget) MultiLabelMargin(Tensor x, Tensor target, bool mean) =>
        Script.Value.invoke<(Tensor, Tensor)>("multi_label_margin", x, target, mean ? Mean : Sum);

    /// <summary>Of that loss, reduced.</summary>
    /// <param name="x">The scores, <c>[N, C]</c>.</param>
    /// <param name="target">The classes of each row and then -1, Int64 <c>[N, C]</c>.</param>
    /// <param name="mean">Whether the loss is the mean, and not the sum.</param>
    /// <param name="isTarget">Which classes are a row's.</param>
    public static Tensor MultiLabelMarginBackward(Tensor x, Tensor target, bool mean, Tensor isTarget) => Call("multi_label_margin_backward", x, target, mean ? Mean : Sum, isTarget);

    /// <summary>Of the distance of vectors, the norm of <c>a - b + eps</c>, by <c>a</c>; that by <c>b</c> is the opposite.</summary>
    /// <param name="dy">The gradient of the distances, <c>[…]</c>.</param>
    /// <param name="a">The one vectors, <c>[…, d]</c>.</param>
    /// <param name="b">The others, of the same shape.</param>
    /// <param name="y">The distances.</param>
    /// <param name="p">The power of the norm.</param>
    /// <param name="eps">Added to the differences.</param>
    public static Tensor DistanceBackward(Tensor dy, Tensor a, Tensor b, Tensor y, double p, double eps) => Call("distance_backward", dy, a, b, y, p, eps);

    /// <summary>Of the contrastive loss of each pair.</summary>
    /// <param name="a">Vectors <c>[N, D]</c>.</param>
    /// <param name="b">Vectors of the same shape.</param>
    /// <param name="target">1 for a pair of one kind, 0 for others, <c>[N]</c>.</param>
    /// <param name="margin">How far apart others shall be.</param>
    public static (Tensor A, Tensor B) ContrastiveBackward(Tensor a, Tensor b, Tensor target, double margin) =>
        Script.Value.invoke<(Tensor, Tensor)>("contrastive_backward", a, b, target, margin);

    /// <summary>Of the loss of directions of each pair.</summary>
    /// <param name="a">Vectors <c>[N, D]</c>.</param>
    /// <param name="b">Vectors of the same shape.</param>
    /// <param name="target">1 for similar pairs, -1 for others, <c>[N]</c>.</param>
    /// <param name="margin">The cosine that others may have.</param>
    public static (Tensor A, Tensor B) CosineEmbeddingBackward(Tensor a, Tensor b, Tensor target, double margin) =>
        Script.Value.invoke<(Tensor, Tensor)>("cosine_embedding_backward", a, b, target, margin);

    /// <summary>Of the triplet loss of each triplet.</summary>
    /// <param name="anchor">Vectors <c>[…, D]</c>.</param>
    /// <param name="positive">Vectors that shall be near to the anchors.</param>
    /// <param name="negative">Vectors that shall be farther.</param>
    /// <param name="margin">By how much.</param>
    /// <param name="swap">Whether the positive's distance to the negative counts where it is smaller than the anchor's.</param>
    /// <param name="p">The power of the norm.</param>
    /// <param name="eps">Added to the differences.</param>
    public static (Tensor Anchor, Tensor Positive, Tensor Negative) TripletBackward(
        Tensor anchor, Tensor positive, Tensor negative, double margin, bool swap, double p, double eps) =>
        Script.Value.invoke<(Tensor, Tensor, Tensor)>("triplet_backward", anchor, positive, negative, margin, swap, p, eps);

    /// <summary>Of InfoNCE of each row.</summary>
    /// <param name="a">Vectors <c>[N, D]</c>.</param>
    /// <param name="b">Vectors of the same shape.</param>
    /// <param name="temperature">What cosines are divided by.</param>
    /// <param name="symmetric">Whether the loss is the mean of both directions.</param>
    public static (Tensor A, Tensor B) InfoNCEBackward(Tensor a, Tensor b, double temperature, bool symmetric) =>
        Script.Value.invoke<(Tensor, Tensor)>("info_nce_backward", a, b, temperature, symmetric);
}
