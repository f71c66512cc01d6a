using System.Numerics;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>Tensors behave like TorchSharp's.</summary>
public class TensorTests
{
    [Fact]
    public void Arrays_become_tensors_of_their_type_and_shape()
    {
        Assert.Equal(ScalarType.Float32, tensor([1f, 2f]).dtype);
        Assert.Equal(ScalarType.Float64, tensor(new[] { 1.0, 2.0 }).dtype);
        Assert.Equal(ScalarType.Int64, tensor(new long[] { 1, 2 }).dtype);
        Assert.Equal(ScalarType.Bool, tensor(new[] { true, false }).dtype);
        Assert.Equal(ScalarType.ComplexFloat64, tensor(new[] { Complex.One }).dtype);
        Assert.Equal([2, 3], tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).shape);
        Assert.Equal([3, 2], tensor(Enumerable.Range(0, 6).ToList(), 3, 2).shape);
        Assert.Equal([], tensor(3.5f).shape);
        Assert.Equal(ScalarType.Float64, tensor(new[] { 1, 2 }, dtype: ScalarType.Float64).dtype);
        Assert.Equal([4f, 5f, 6f], tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } })[1].data<float>().ToArray());
        Assert.Equal([0, 3], empty(0, 3).shape);
        Assert.Equal([], tensor(Array.Empty<float>()).data<float>().ToArray());
    }

    [Fact]
    public void Factories_choose_TorchSharps_types()
    {
        Assert.Equal(ScalarType.Int64, arange(5).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.25).dtype);
        Assert.Equal(ScalarType.Int64, full(2, 3, 1).dtype);
        Assert.Equal(ScalarType.Float32, full(2, 3, 1.5).dtype);
        Assert.Equal(ScalarType.Int64, randint(5, [2]).dtype);
        Assert.Equal(ScalarType.Float32, zeros(2).dtype);
        set_default_dtype(ScalarType.Float64);
        try
        {
            Assert.Equal(ScalarType.Float64, ones(2).dtype);
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }

    [Fact]
    public void Operators_compute()
    {
        var x = tensor([1f, 2f, 4f]);
        Values([2f, 3f, 5f], x + 1);
        Values([0f, -1f, -3f], 1 - x);
        Values([2f, 4f, 8f], 2.0 * x);
        Values([1f, 0.5f, 0.25f], 1 / x);
        Values([-1f, -2f, -4f], -x);
        Values([1f, 2f, 1f], x % 3);
        Assert.Equal([false, false, true], (x > 2).data<bool>().ToArray());
        Assert.Equal([true, true, false], (3 >= x).data<bool>().ToArray());
        Assert.Equal([false, true, false], ((x > 1) & (x < 4)).data<bool>().ToArray());
        Values([1f, 4f, 16f], x.pow(2));
        Values([2f, 3f, 5f], x.add_(1));
        Values([2f, 3f, 5f], x);
    }

    [Fact]
    public void Subscripts_read_and_write()
    {
        var x = arange(24).reshape(2, 3, 4);
        Assert.Equal(23, x[1, 2, 3].ToInt64());
        Assert.Equal([3, 4], x[1].shape);
        Assert.Equal(20, x[-1, -1, 0].ToInt64());
        Assert.Equal([2, 2, 4], x[.., 1..].shape);
        Assert.Equal([2, 3, 2], x[TensorIndex.Ellipsis, TensorIndex.Slice(step: 2)].shape);
        Assert.Equal([1, 2, 3, 4], x[TensorIndex.None].shape);
        Assert.Equal([2, 3], x[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([3, 7, 11, 15, 19, 23], x[.., .., ^1].reshape(-1).data<long>().ToArray());
        Assert.Equal([20, 21, 22, 23], x[x > 19].data<long>().ToArray());
        Assert.Equal([2, 2, 4], x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[] { 2, 0 }))].shape);
        Assert.Equal([8, 9, 10, 11], x[TensorIndex.Single(0), TensorIndex.Tensor(tensor(new long[] { 2, 0 }))][0].data<long>().ToArray());

        x[0, 0] = zeros(4, dtype: ScalarType.Int64);
        x[TensorIndex.Ellipsis, 3] = tensor(-1L);
        x[x == 5] = tensor(50L);
        Assert.Equal([0, 0, 0, -1, 4, 50, 6, -1], x[0, ..].reshape(-1)[..8].data<long>().ToArray());
    }

    [Fact]
    public void Data_is_in_the_order_of_the_indices()
    {
        var x = arange(6).reshape(2, 3).t();
        Assert.False(x.is_contiguous());
        Assert.Equal([0, 3, 1, 4, 2, 5], x.data<long>().ToArray());
        Assert.Equal(4, x.data<long>()[1, 1]);
        Assert.Equal(4, x.data<long>()[3]);
        Assert.Equal(new long[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }, x.data<long>().ToNDArray());
        x.data<long>()[0] = 9;
        Assert.Equal(9, x[0, 0].ToInt64());
        Assert.Equal([9, 1, 2], x.t()[0].data<long>().ToArray());
    }

    [Fact]
    public void Numbers_come_out_of_tensors()
    {
        Assert.Equal(2.5f, tensor(2.5f).ToSingle());
        Assert.Equal(2.5, tensor(2.5f).ToDouble());
        Assert.Equal(7, (int)tensor(7L));
        Assert.Equal(7L, tensor(7L).item<long>());
        Assert.True(tensor(true).ToBoolean());
        Assert.Equal(new Complex(1, 2), tensor(new Complex(1, 2)).ToComplexFloat64());
        Assert.Equal((Half)1.5, tensor(1.5f).half().ToHalf());
        Assert.Equal(ScalarType.Int64, tensor(7L).ToScalar().Type);
    }

    [Fact]
    public void Shapes_change()
    {
        var x = arange(24).reshape(2, 3, 4);
        Assert.Equal([6, 4], x.view(-1, 4).shape);
        Assert.Equal([2, 12], x.flatten(1).shape);
        Assert.Equal([4, 2, 3], x.permute(2, 0, 1).shape);
        Assert.Equal([2, 4, 3], x.transpose(1, 2).shape);
        Assert.Equal([2, 1, 3, 4], x.unsqueeze(1).shape);
        Assert.Equal([2, 3, 4], x.unsqueeze(1).squeeze(1).shape);
        Assert.Equal([3, 4], x[0..1].squeeze().shape);
        Assert.Equal([5, 4], ones(1, 4).expand(5, 4).shape);
        Assert.Equal([2, 3, 2, 2], x.unflatten(2, 2, 2).shape);
        Assert.Equal([3L, 3, 3, 3], x.chunk(2, 2).Concat(x.split(2, 2)).Select(part => part.size(1)));
        Assert.Equal([4, 3, 4], cat([x, x]).shape);
        Assert.Equal([2, 2, 3, 4], stack([x, x]).shape);
        Assert.Equal([4, 3], tensor(new float[,] { { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, { 1, 2, 3, 4 } }).T.shape);
        Assert.Equal([2, 6, 8], x.repeat(1, 2, 2).shape);
        Assert.Equal(2, x.unbind().Length);
    }

    [Fact]
    public void Reductions_reduce()
    {
        var x = tensor(new float[,] { { 1, 5, 3 }, { 4, 2, 6 } });
        Assert.Equal(21, x.sum().ToSingle());
        Values([5f, 7f, 9f], x.sum(dim: 0));
        Values([3f, 4f], x.mean([1]));
        Assert.Equal([2, 1], x.sum(1, keepdim: true).shape);
        var (values, indexes) = x.max(1);
        Values([5f, 6f], values);
        Assert.Equal([1, 2], indexes.data<long>().ToArray());
        Assert.Equal(5, x.argmax().ToInt64());
        Assert.Equal([1, 2], x.argmax(1).data<long>().ToArray());
        Values([6f, 5f], x.flatten().topk(2).values);
        Assert.Equal([0, 2, 1], x[0].sort().Indices.data<long>().ToArray());
        Values([1f, 6f, 9f], x[0].cumsum(0));
        Assert.Equal(Math.Sqrt(3.5), x.std().ToDouble(), 6);
        Assert.True((x > 0).all().ToBoolean());
        Assert.Equal(Math.Sqrt(91), x.norm().ToDouble(), 5);
        Assert.Equal(ScalarType.Float64, x.sum(ScalarType.Float64).dtype);
        Assert.Equal(3, arange(4).reshape(2, 2).@float().std([0, 1], unbiased: true).mul(2).square().div(20).mul(9).ToDouble(), 5);
    }

    [Fact]
    public void Gradients_flow()
    {
        var x = tensor([1f, 2f, 3f], requires_grad: true);
        Assert.True(x.is_leaf);
        Assert.Null(x.grad);
        var y = x * x;
        y.retain_grad();
        y.sum().backward();
        Values([2f, 4f, 6f], x.grad!);
        Values([1f, 1f, 1f], y.grad!);
        x.grad = zeros(3);
        Values([0f, 0f, 0f], x.grad!);
        x.grad = null;
        Assert.Null(x.grad);
        Assert.False(x.detach().requires_grad);
        var gradients = autograd.grad([(x * 3).sum()], [x]);
        Values([3f, 3f, 3f], gradients[0]);
        Assert.Null(x.grad);

        var cube = (x * x * x).sum();
        var first = autograd.grad([cube], [x], create_graph: true)[0];
        Values([6f, 12f, 18f], autograd.grad([first.sum()], [x])[0]);
    }

    [Fact]
    public void Gradients_can_be_switched_off()
    {
        var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }
        Assert.True(is_grad_enabled());
        using (inference_mode())
            Assert.True(is_inference_mode_enabled());
        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void Generators_repeat_themselves()
    {
        manual_seed(3);
        var state = get_rng_state();
        var first = randn(4);
        set_rng_state(state);
        Assert.True(first.Equals(randn(4)));
        Assert.Equal(3, initial_seed());

        using var own = new Generator(5);
        using var same = new Generator(5);
        Assert.True(rand(3, generator: own).Equals(rand(3, generator: same)));
        Assert.Equal([10], randperm(10, generator: own).shape);
    }

    [Fact]
    public void Comparisons_of_whole_tensors()
    {
        var x = tensor([1f, float.NaN]);
        Assert.False(x.allclose(x));
        Assert.True(x.allclose(x, equal_nan: true));
        Assert.True(ones(2).allclose(ones(2) + 1e-9));
        Assert.Equal([false, true], x.isnan().data<bool>().ToArray());
        Assert.True(ones(3).Equals(ones(3)));
        Assert.False(ones(3).Equals(ones(4)));
    }

    [Fact]
    public void Conversions_keep_what_need_not_change()
    {
        var x = ones(2);
        Assert.Equal(ScalarType.Float64, x.to(ScalarType.Float64).dtype);
        Assert.Equal(x.Handle, x.to(ScalarType.Float32).Handle);
        Assert.NotEqual(x.Handle, x.to(ScalarType.Float32, copy: true).Handle);
        Assert.Equal(DeviceType.CPU, x.cpu().device_type);
        Assert.Equal("cpu", x.device.ToString());
        Assert.Equal(ScalarType.Int64, x.@long().dtype);
        Assert.Equal(ScalarType.Bool, x.@bool().dtype);
    }

    [Fact]
    public void Tensors_are_printed()
    {
        var x = tensor(new float[,] { { 1, 2 }, { 3, 4.5f } });
        Assert.Equal("[2x2], type = Float32, device = cpu", x.ToString());
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Assert.Equal("[[1 2]\n [3 4.5]]", x.npstr(newLine: "\n", cultureInfo: culture));
        Assert.Equal("[2x2], type = Float32, device = cpu\n   1   2\n   3 4.5\n", x.jlstr(newLine: "\n", cultureInfo: culture));
        Assert.Equal("[[0 1 2 ... 97 98 99]]", arange(100).unsqueeze(0).npstr());
    }

    [Fact]
    public void Files_hold_tensors()
    {
        using var stream = new MemoryStream();
        var x = randn(3, 4).t();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            x.Save(writer);
        stream.Position = 0;
        Assert.True(x.Equals(Tensor.Load(stream)));
    }

    [Fact]
    public void Einsum_matmul_and_where_agree()
    {
        var a = randn(3, 4);
        var b = randn(4, 5);
        Assert.True(einsum("ij,jk->ik", a, b).allclose(a.matmul(b), atol: 1e-6));
        Assert.True(bmm(a.unsqueeze(0), b.unsqueeze(0))[0].allclose(a.mm(b), atol: 1e-6));
        Values([1f, 0f], where(tensor(new[] { true, false }), ones(2), zeros(2)));
        Assert.True(tensordot(a, b, 1).allclose(a.mm(b), atol: 1e-6));
    }

    [Fact]
    public void An_attention_is_composed_where_libtorch_has_none()
    {
        manual_seed(1);
        var (q, k, v) = (randn(2, 3, 4), randn(2, 5, 4), randn(2, 5, 6));
        var expected = (q.matmul(k.transpose(1, 2)) / 2).softmax(-1).matmul(v);
        Assert.True(torch.nn.functional.scaled_dot_product_attention(q, k, v).allclose(expected, atol: 1e-6));
        var masked = torch.nn.functional.scaled_dot_product_attention(q, q, q, is_casual: true);
        Assert.True(masked[0, 0].allclose(q[0, 0], atol: 1e-6));
    }

    private static void Values(float[] expected, Tensor actual) => Assert.Equal(expected, actual.data<float>().ToArray());

    [Fact]
    public void Sparse_tensors_name_their_elements()
    {
        using var sparse = sparse_coo_tensor(tensor(new long[,] { { 0, 2 }, { 1, 0 } }), tensor([3f, 4f]), [3, 2]);
        Assert.True(sparse.is_sparse);
        Assert.Equal([2L, 2], sparse.SparseIndices.shape);
        Assert.Equal([3f, 4], sparse.SparseValues.data<float>().ToArray());
        Assert.Equal(4, sparse.to_dense()[2, 0].ToDouble());
    }

    [Fact]
    public void Shapes_broadcast()
    {
        Assert.Equal([5L, 4, 3], broadcast_shapes([4, 1], [5, 1, 3], []).Shape);
        Assert.Throws<ArgumentException>(() => broadcast_shapes([4, 2], [3]));
    }

    [Fact]
    public void Results_are_written_into_tensors()
    {
        using var result = empty(3, ScalarType.Float32);
        Assert.Same(result, special.bessel_j0(zeros(3), result));
        Assert.Equal([1f, 1, 1], result.data<float>().ToArray());
        using var product = empty(2, ScalarType.Float32);
        linalg.vecdot(ones(2, 3), ones(2, 3), @out: product);
        Assert.Equal([3f, 3], product.data<float>().ToArray());
        Assert.Equal([2f, 1, 2], FloatTensor(IntTensor(tensor([2.7, 1.2, 2.0]))).data<float>().ToArray());
    }
}
