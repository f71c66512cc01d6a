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
        def cross_entropy(logits: Tensor, classes: Tensor, weight: Optional[Tensor], reduction: int, ignored: int):
            y = torch.log_softmax(logits, 1)
            loss, counted = torch.nll_loss_forward(y, classes, weight, reduction, ignored)
            return loss, y, counted
        def cross_entropy_backward(y: Tensor, classes: Tensor, weight: Optional[Tensor], reduction: int, ignored: int, counted: Tensor):
            dy = torch.nll_loss_backward(torch.ones_like(counted), y, classes, weight, reduction, ignored, counted)
            torch._log_softmax_backward_data(dy, y, 1, y.dtype, out=dy)
            return dy
        def binary_cross_entropy_backward(y: Tensor, target: Tensor):
            return torch.binary_cross_entropy_backward(torch.ones_like(y), y, target, None, 0)

        """;

    // The engine's numbers of reductions.
    private const int Mean = 1, Sum = 2;

    private const string Looking = """
        def embedding_backward(dy: Tensor, indices: Tensor, rows: int, padding: int):
            return torch.embedding_dense_backward(dy, indices, rows, padding, False)

        """;

    /// <summary>Of a softmax: <c>y·(dy - Σ dy·y)</c> along the axis.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="y">What it made.</param>
    /// <param name="axis">The axis; negative counts from the last.</param>
    public static Tensor SoftmaxBackward(Tensor dy, Tensor y, long axis) => Call("softmax_backward", dy, y, (int)axis);

    /// <summary>The softmax along the last axis, in the memory of its argument, which is returned.</summary>
    internal static Tensor Softmax_(Tensor x) => Apply("softmax_", x);

    /// <summary>Of a softmax along the last axis, in the memory of the gradient, which is returned.</summary>
    internal static Tensor SoftmaxBackward_(Tensor dy, Tensor y) => Apply("softmax_backward_", dy, y);

    /// <summary>Of the logarithm of a softmax: <c>dy - exp(y)·Σ dy</c> along the axis.</summary>
    /// <inheritdoc cref="SoftmaxBackward"/>
    public static Tensor LogSoftmaxBackward(Tensor dy, Tensor y, long axis) => Call("log_softmax_backward", dy, y, (int)axis);

    /// <summary>Cross-entropy of logits against class indices.</summary>
    /// <param name="logits"><c>[N, C]</c>.</param>
    /// <param name="classes">The indices, Int64 <c>[N]</c>.</param>
    /// <param name="weights">A factor for each class, <c>[C]</c>; null for none.</param>
    /// <param name="mean">Whether the loss is the mean, weighted by the factors, and not the sum.</param>
    /// <param name="ignored">The index whose rows do not count.</param>
    /// <returns>The loss, the logarithms of the probabilities, and the sum of the factors of the rows that count.</returns>
    public static (Tensor Loss, Tensor LogProbabilities, Tensor Counted) CrossEntropy(Tensor logits, Tensor classes, Tensor? weights, bool mean, long ignored) =>
        Script.Value.invoke<(Tensor, Tensor, Tensor)>("cross_entropy", logits, classes, weights!, mean ? Mean : Sum, (int)ignored);

    /// <summary>Of the cross-entropy of logits: of the mean, <c>(exp(y) - one-hot)/N</c>.</summary>
    /// <param name="y">The logarithms of the probabilities, <c>[N, C]</c>.</param>
    /// <param name="classes">The indices, Int64 <c>[N]</c>.</param>
    /// <param name="weights">A factor for each class, <c>[C]</c>; null for none.</param>
    /// <param name="mean">Whether the loss is the mean, and not the sum.</param>
    /// <param name="ignored">The index whose rows do not count.</param>
    /// <param name="counted">The sum of the factors of the rows that count.</param>
    public static Tensor CrossEntropyBackward(Tensor y, Tensor classes, Tensor? weights, bool mean, long ignored, Tensor counted) =>
        Call("cross_entropy_backward", y, classes, weights, mean ? Mean : Sum, (int)ignored, counted);

    /// <summary>Of the binary cross-entropy of probabilities, element by element: <c>(y - target)/(y·(1 - y))</c>, where what is divided by is at least 1e-12.</summary>
    /// <param name="y">The probabilities.</param>
    /// <param name="target">The targets, of the same shape.</param>
    public static Tensor BinaryCrossEntropyBackward(Tensor y, Tensor target) => Call("binary_cross_entropy_backward", y, target);

    /// <summary>Of an embedding: the sum of the gradients of each row that was looked up.</summary>
    /// <param name="dy">The gradient of what was looked up, <c>[…, d]</c>.</param>
    /// <param name="indices">The indices, Int64 <c>[…]</c>.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="paddingIndex">The index whose row gets none; -1 for no such index.</param>
    /// <returns><c>[rows, d]</c>.</returns>
    public static Tensor EmbeddingBackward(Tensor dy, Tensor indices, long rows, long paddingIndex = -1) => Call("embedding_backward", dy, indices, (int)rows, (int)paddingIndex);
}
