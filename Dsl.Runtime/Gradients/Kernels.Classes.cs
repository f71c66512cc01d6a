using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Softmax, the likelihood of classes, and tables of vectors.</content>
public static partial class Kernels
{
    private const string Classifying = """
        def softmax_backward(dy: Tensor, y: Tensor, axis: int):
            return torch._softmax_backward_data(dy, y, axis, y.dtype)
        def softmax_(x: Tensor) -> None:
            torch._softmax(x, -1, False, out=x)
        def softmax_backward_(dy: Tensor, y: Tensor) -> None:
            torch._softmax_backward_data(dy, y, -1, y.dtype, grad_input=dy)
        def log_softmax_backward(dy: Tensor, y: Tensor, axis: int):
            return torch._log_softmax_backward_data(dy, y, axis, y.dtype)
        def likelihood(y: Tensor, classes: Tensor, weight: Optional[Tensor], reduction: int, ignored: int):
            if y.dim() == 2:
                return torch.nll_loss_forward(y, classes, weight, reduction, ignored)
            n, c = y.size(0), y.size(1)
            return torch.nll_loss2d_forward(y.reshape([n, c, 1, -1]), classes.reshape([n, 1, -1]), weight, reduction, ignored)
        def likelihood_backward(y: Tensor, classes: Tensor, weight: Optional[Tensor], reduction: int, ignored: int, counted: Tensor):
            one = torch.ones_like(counted)
            if y.dim() == 2:
                return torch.nll_loss_backward(one, y, classes, weight, reduction, ignored, counted)
            n, c = y.size(0), y.size(1)
            return torch.nll_loss2d_backward(one, y.reshape([n, c, 1, -1]), classes.reshape([n, 1, -1]), weight, reduction, ignored, counted).view(y.size())
        def cross_entropy(logits: Tensor, classes: Tensor, weight: Optional[Tensor], reduction: int, ignored: int):
            y = torch.log_softmax(logits, 1)
            loss, counted = likelihood(y, classes, weight, reduction, ignored)
            return loss, y, counted
        def cross_entropy_backward(y: Tensor, classes: Tensor, weight: Optional[Tensor], reduction: int, ignored: int, counted: Tensor):
            dy = likelihood_backward(y, classes, weight, reduction, ignored, counted)
            if y.dim() > 2:
                return torch._log_softmax_backward_data(dy, y, 1, y.dtype)
            torch._log_softmax_backward_data(dy, y, 1, y.dtype, out=dy)
            return dy
        def smoothed_cross_entropy_backward(logits: Tensor, classes: Tensor, weight: Optional[Tensor], mean: bool, ignored: int, smoothing: float):
            y = torch.log_softmax(logits, 1)
            counts = classes.ne(ignored).unsqueeze(1)
            indices = classes.unsqueeze(1).masked_fill(counts.logical_not(), 0)
            own, spread = counts.to(y.dtype), counts.to(y.dtype).expand_as(y)
            if weight is not None:
                own, spread = own * weight[indices], spread * weight.view([1, -1] + [1] * (y.dim() - 2))
            d = (spread * (-smoothing / y.size(1))).scatter_add_(1, indices, own * (smoothing - 1.))
            if mean:
                d.div_(own.sum())
            return torch._log_softmax_backward_data(d, y, 1, y.dtype)
        def distribution_cross_entropy_backward(logits: Tensor, target: Tensor, weight: Optional[Tensor], mean: bool, smoothing: float, axis: int):
            y = torch.log_softmax(logits, axis)
            classes = y.size(axis)
            d = target * (smoothing - 1.) - smoothing / classes
            if weight is not None:
                d.mul_(weight.view([-1] + [1] * (y.dim() - 1 - axis)))
            if mean:
                d.div_(y.numel() // classes)
            return torch._log_softmax_backward_data(d, y, axis, y.dtype)
        def focal_scores_backward(d: Tensor, logits: Tensor, gamma: float):
            y = torch.log_softmax(logits, 1)
            p = y.exp()
            wrong = 1 - p
            d = d * (wrong.pow(gamma) - y * p * wrong.pow(gamma - 1.) * gamma)
            return torch._log_softmax_backward_data(d, y, 1, y.dtype)
        def binary_cross_entropy_backward(y: Tensor, target: Tensor):
            return torch.binary_cross_entropy_backward(torch.ones_like(y), y, target, None, 0)

        """;

    // The engine's numbers of reductions.
    private const int Mean = 1, Sum = 2;

    private const string Looking = """
        def embedding_backward(dy: Tensor, indices: Tensor, rows: int, padding: int, by_frequency: bool):
            return torch.embedding_dense_backward(dy, indices, rows, padding, by_frequency)
        def embedding_bag_backward(dy: Tensor, indices: Tensor, table: Tensor, factors: Optional[Tensor], mode: int, padding: int):
            if mode == 2:
                hidden = indices.eq(padding).unsqueeze(2)
                largest, at = table[indices].masked_fill_(hidden, -float('inf')).max(1)
                return torch.zeros_like(table).scatter_add_(0, indices.gather(1, at), dy.masked_fill(largest.isinf(), 0))
            each = dy.unsqueeze(1)
            if mode == 1:
                each = each / indices.ne(padding).sum(1, keepdim=True).clamp_min_(1).unsqueeze(2)
            each = each.expand([-1, indices.size(1), -1]) if factors is None else each * factors.unsqueeze(2)
            return torch.embedding_dense_backward(each.contiguous(), indices, table.size(0), padding, False)
        def embedding_bag_factors(dy: Tensor, indices: Tensor, table: Tensor, padding: int):
            return (table[indices] * dy.unsqueeze(1)).sum(2).masked_fill_(indices.eq(padding), 0)

        """;

    /// <summary>Of a softmax: <c>y·(dy - Σ dy·y)</c> along the axis.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="y">What it made.</param>
    /// <param name="axis">The axis; negative counts from the last.</param>
    public static Tensor SoftmaxBackward(Tensor dy, Tensor y, long axis) => Call("softmax_backward", dy, y, Box(axis));

    /// <summary>The softmax along the last axis, in the memory of its argument, which is returned.</summary>
    internal static Tensor Softmax_(Tensor x) => Apply("softmax_", x);

    /// <summary>Of a softmax along the last axis, in the memory of the gradient, which is returned.</summary>
    internal static Tensor SoftmaxBackward_(Tensor dy, Tensor y) => Apply("softmax_backward_", dy, y);

    /// <summary>Of the logarithm of a softmax: <c>dy - exp(y)·Σ dy</c> along the axis.</summary>
    /// <inheritdoc cref="SoftmaxBackward"/>
    public static Tensor LogSoftmaxBackward(Tensor dy, Tensor y, long axis) => Call("log_softmax_backward", dy, y, Box(axis));

    /// <summary>Cross-entropy of logits against class indices.</summary>
    /// <param name="logits"><c>[N, C, …]</c>.</param>
    /// <param name="classes">The indices, Int64 <c>[N, …]</c>.</param>
    /// <param name="weights">A factor for each class, <c>[C]</c>; null for none.</param>
    /// <param name="mean">Whether the loss is the mean, weighted by the factors, and not the sum.</param>
    /// <param name="ignored">The index whose rows do not count.</param>
    /// <returns>The loss, the logarithms of the probabilities, and the sum of the factors of the rows that count.</returns>
    public static (Tensor Loss, Tensor LogProbabilities, Tensor Counted) CrossEntropy(Tensor logits, Tensor classes, Tensor? weights, bool mean, long ignored) =>
        Script.Value.invoke<(Tensor, Tensor, Tensor)>("cross_entropy", logits, classes, weights!, Box(mean ? Mean : Sum), Box(ignored));

    /// <summary>Of the cross-entropy of logits: of the mean, <c>(exp(y) - one-hot)/N</c>.</summary>
    /// <param name="y">The logarithms of the probabilities, <c>[N, C, …]</c>.</param>
    /// <param name="classes">The indices, Int64 <c>[N, …]</c>.</param>
    /// <param name="weights">A factor for each class, <c>[C]</c>; null for none.</param>
    /// <param name="mean">Whether the loss is the mean, and not the sum.</param>
    /// <param name="ignored">The index whose rows do not count.</param>
    /// <param name="counted">The sum of the factors of the rows that count.</param>
    public static Tensor CrossEntropyBackward(Tensor y, Tensor classes, Tensor? weights, bool mean, long ignored, Tensor counted) =>
        Call("cross_entropy_backward", y, classes, weights, Box(mean ? Mean : Sum), Box(ignored), counted);

    /// <summary>Of the cross-entropy of logits against classes whose probability is less than 1, and the others' more than 0.</summary>
    /// <param name="logits"><c>[N, C, …]</c>.</param>
    /// <param name="classes">The indices, Int64 <c>[N, …]</c>.</param>
    /// <param name="weights">A factor for each class, <c>[C]</c>; null for none.</param>
    /// <param name="mean">Whether the loss is the mean, and not the sum.</param>
    /// <param name="ignored">The index whose rows do not count.</param>
    /// <param name="smoothing">The probability that is shared by all classes.</param>
    public static Tensor SmoothedCrossEntropyBackward(Tensor logits, Tensor classes, Tensor? weights, bool mean, long ignored, double smoothing) =>
        Call("smoothed_cross_entropy_backward", logits, classes, weights, Box(mean), Box(ignored), smoothing);

    /// <summary>Of the cross-entropy of logits against probabilities.</summary>
    /// <param name="logits">The logits.</param>
    /// <param name="target">The probabilities, of the same shape.</param>
    /// <param name="weights">A factor for each class, <c>[C]</c>; null for none.</param>
    /// <param name="mean">Whether the loss is the mean, and not the sum.</param>
    /// <param name="smoothing">The probability that is shared by all classes.</param>
    /// <param name="axis">The axis of the classes, from 0.</param>
    public static Tensor DistributionCrossEntropyBackward(Tensor logits, Tensor target, Tensor? weights, bool mean, double smoothing, int axis) =>
        Call("distribution_cross_entropy_backward", logits, target, weights, Box(mean), smoothing, axis);

    /// <summary>The likelihood of log-probabilities against class indices.</summary>
    /// <param name="scores">The log-probabilities, or what stands for them, <c>[N, C, …]</c>.</param>
    /// <param name="classes">The indices, Int64 <c>[N, …]</c>.</param>
    /// <param name="weights">A factor for each class, <c>[C]</c>; null for none.</param>
    /// <param name="mean">Whether the loss is the mean, weighted by the factors, and not the sum.</param>
    /// <param name="ignored">The index whose rows do not count.</param>
    /// <returns>The loss, and the sum of the factors of the rows that count.</returns>
    public static (Tensor Loss, Tensor Counted) Likelihood(Tensor scores, Tensor classes, Tensor? weights, bool mean, long ignored) =>
        Script.Value.invoke<(Tensor, Tensor)>("likelihood", scores, classes, weights!, Box(mean ? Mean : Sum), Box(ignored));

    /// <summary>Of that likelihood: of the mean, <c>-one-hot/N</c>.</summary>
    /// <inheritdoc cref="CrossEntropyBackward"/>
    public static Tensor LikelihoodBackward(Tensor y, Tensor classes, Tensor? weights, bool mean, long ignored, Tensor counted) =>
        Call("likelihood_backward", y, classes, weights, Box(mean ? Mean : Sum), Box(ignored), counted);

    /// <summary>Of <see cref="Losses.FocalScores"/>.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="logits">Logits with the classes on axis 1.</param>
    /// <param name="gamma">How much less what is easy counts.</param>
    public static Tensor FocalScoresBackward(Tensor dy, Tensor logits, double gamma) => Call("focal_scores_backward", dy, logits, gamma);

    /// <summary>Of the binary cross-entropy of probabilities, element by element: <c>(y - target)/(y·(1 - y))</c>, where what is divided by is at least 1e-12.</summary>
    /// <param name="y">The probabilities.</param>
    /// <param name="target">The targets, of the same shape.</param>
    public static Tensor BinaryCrossEntropyBackward(Tensor y, Tensor target) => Call("binary_cross_entropy_backward", y, target);

    /// <summary>Of an embedding: the sum of the gradients of each row that was looked up.</summary>
    /// <param name="dy">The gradient of what was looked up, <c>[…, d]</c>.</param>
    /// <param name="indices">The indices, Int64 <c>[…]</c>.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="paddingIndex">The index whose row gets none; -1 for no such index.</param>
    /// <param name="scaleByFrequency">Whether what a row gets is divided by how often it was looked up.</param>
    /// <returns><c>[rows, d]</c>.</returns>
    public static Tensor EmbeddingBackward(Tensor dy, Tensor indices, long rows, long paddingIndex = -1, bool scaleByFrequency = false) =>
        Call("embedding_backward", dy, indices, Box(rows), Box(paddingIndex), scaleByFrequency);

    /// <summary>Of bags of an embedding: the sum of the gradients of each row that was looked up, or was largest.</summary>
    /// <param name="dy">The gradient of the bags, <c>[N, d]</c>.</param>
    /// <param name="indices">The indices, Int64 <c>[N, T]</c>.</param>
    /// <param name="table">The table, <c>[rows, d]</c>.</param>
    /// <param name="factors">A factor for every index; null for none.</param>
    /// <param name="mode">What was made of the rows of a bag.</param>
    /// <param name="paddingIndex">The index that does not count; -1 for no such index.</param>
    /// <returns><c>[rows, d]</c>.</returns>
    public static Tensor EmbeddingBagBackward(Tensor dy, Tensor indices, Tensor table, Tensor? factors, EmbeddingBagMode mode, long paddingIndex = -1) =>
        Call("embedding_bag_backward", dy, indices, table, factors, mode switch { EmbeddingBagMode.Sum => 0, EmbeddingBagMode.Mean => 1, _ => 2 }, Box(paddingIndex));

    /// <summary>Of bags of an embedding, by the factors of the indices.</summary>
    /// <param name="dy">The gradient of the bags, <c>[N, d]</c>.</param>
    /// <param name="indices">The indices, Int64 <c>[N, T]</c>.</param>
    /// <param name="table">The table, <c>[rows, d]</c>.</param>
    /// <param name="paddingIndex">The index that does not count; -1 for no such index.</param>
    /// <returns><c>[N, T]</c>.</returns>
    public static Tensor EmbeddingBagFactorsBackward(Tensor dy, Tensor indices, Tensor table, long paddingIndex = -1) =>
        Call("embedding_bag_factors", dy, indices, table, Box(paddingIndex));
}
