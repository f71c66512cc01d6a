using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Products of matrices into memory that is there.</content>
public static partial class Kernels
{
    private const string Multiplying = """
        def bmm(a: Tensor, b: Tensor, into: Tensor) -> None:
            torch.bmm(a, b, out=into)
        def baddbmm_(sum: Tensor, a: Tensor, b: Tensor) -> None:
            torch.baddbmm(sum, a, b, out=sum)
        def sum_to(x: Tensor, like: Tensor):
            return x.sum_to_size(like.size())

        """;

    /// <summary>The product of each pair of matrices.</summary>
    /// <param name="a"><c>[N, a, b]</c>.</param>
    /// <param name="b"><c>[N, b, c]</c>.</param>
    /// <param name="into">Where it goes, <c>[N, a, c]</c>.</param>
    internal static void BatchMatMul(Tensor a, Tensor b, Tensor into) => Script.Value.invoke("bmm", a, b, into);

    /// <summary>The sum over the axes along which a tensor was stretched.</summary>
    /// <param name="x">What has the larger shape.</param>
    /// <param name="like">What was stretched to it.</param>
    /// <returns>A tensor of that one's shape, which may be a view; the caller disposes it.</returns>
    public static Tensor SumTo(Tensor x, Tensor like) => Call("sum_to", x, like);

    /// <summary>Adds the product of each pair of matrices.</summary>
    /// <param name="sum">What it is added to, <c>[N, a, c]</c>, which is returned.</param>
    /// <param name="a"><c>[N, a, b]</c>.</param>
    /// <param name="b"><c>[N, b, c]</c>.</param>
    internal static Tensor AddBatchMatMul_(Tensor sum, Tensor a, Tensor b) => Apply("baddbmm_", sum, a, b);
}
