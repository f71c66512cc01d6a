using TorchSharp.Modules;
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
        def bilinear_backward(dy: Tensor, a: Tensor, b: Tensor, weight: Tensor):
            k, i, j = weight.size(0), weight.size(1), weight.size(2)
            d, x, z = dy.reshape([-1, k]), a.reshape([-1, i]), b.reshape([-1, j])
            matrices = d.mm(weight.reshape([k, i * j])).view([-1, i, j])
            dweight = (d.unsqueeze(2) * x.unsqueeze(1)).view([-1, k * i]).t().mm(z).view([k, i, j])
            return matrices.bmm(z.unsqueeze(2)).view(a.size()), x.unsqueeze(1).bmm(matrices).view(b.size()), dweight
        def sum_to(x: Tensor, like: Tensor):
            return x.sum_to_size(like.size())

        """;

    /// <summary>The product of each pair of matrices.</summary>
    /// <param name="a"><c>[N, a, b]</c>.</param>
    /// <param name="b"><c>[N, b, c]</c>.</param>
    /// <param name="into">Where it goes, <c>[N, a, c]</c>.</param>
    internal static void BatchMatMul(Tensor a, Tensor b, Tensor into) => Script.Value.invoke("bmm", a, b, into);

    /// <summary>The gradients of what a bilinear layer took; those of its weight and bias are added to theirs.</summary>
    /// <param name="bilinear">The layer.</param>
    /// <param name="dy">The gradient of what it made, <c>[…, k]</c>.</param>
    /// <param name="a">The one value, <c>[…, i]</c>.</param>
    /// <param name="b">The other, <c>[…, j]</c>.</param>
    public static (Tensor A, Tensor B) BilinearBackward(Bilinear bilinear, Tensor dy, Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(bilinear);
        var (da, db, dWeight) = Script.Value.invoke<(Tensor, Tensor, Tensor)>("bilinear_backward", dy, a, b, bilinear.weight);
        using (dWeight)
            ParameterGradient.Add(bilinear.weight, dWeight);
        ParameterGradient.AddSum(bilinear.bias, dy);
        return (da, db);
    }

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
