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

        """;

    /// <summary>The product of each pair of matrices.</summary>
    /// <param name="a"><c>[N, a, b]</c>.</param>
    /// <param name="b"><c>[N, b, c]</c>.</param>
    /// <param name="into">Where it goes, <c>[N, a, c]</c>.</param>
    internal static void BatchMatMul(Tensor a, Tensor b, Tensor into) => Script.Value.invoke("bmm", a, b, into);

    /// <summary>Adds the product of each pair of matrices.</summary>
    /// <param name="sum">What it is added to, <c>[N, a, c]</c>, which is returned.</param>
    /// <param name="a"><c>[N, a, b]</c>.</param>
    /// <param name="b"><c>[N, b, c]</c>.</param>
    internal static Tensor AddBatchMatMul_(Tensor sum, Tensor a, Tensor b) => Apply("baddbmm_", sum, a, b);
}
