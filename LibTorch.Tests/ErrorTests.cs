using System.Runtime.InteropServices;
using static TorchSharp.torch.nn;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>What goes wrong says so, in the exception that TorchSharp throws, and never ends the process.</summary>
public class ErrorTests
{
    [Fact]
    public void Shapes_that_do_not_multiply_are_both_named()
    {
        using var left = ones(4, 7);
        using var right = ones(8, 16);
        var error = Assert.Throws<ExternalException>(() => left.mm(right));
        Assert.Contains("4x7", error.Message, StringComparison.Ordinal);
        Assert.Contains("8x16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_names_both_shapes()
    {
        using var layer = Linear(8, 16);
        using var input = ones(4, 7);
        var error = Assert.Throws<ExternalException>(() => layer.call(input));
        Assert.Contains("(4x7 and 8x16)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_target_type_is_an_ExternalException()
    {
        using var logits = randn(4, 3);
        using var target = ones(4, dtype: ScalarType.Int32);
        Assert.Throws<ExternalException>(() => functional.cross_entropy(logits, target));
    }

    [Fact]
    public void Backward_of_what_has_no_graph_is_an_ExternalException() =>
        Assert.Throws<ExternalException>(() => ones(1).backward());

    [Fact]
    public void A_disposed_tensor_cannot_be_used()
    {
        var tensor = ones(3);
        tensor.Dispose();
        Assert.True(tensor.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => tensor + 1);
        Assert.Throws<ObjectDisposedException>(() => ones(3) + tensor);
        Assert.Throws<ObjectDisposedException>(() => tensor.shape);
        Assert.Throws<ObjectDisposedException>(() => tensor.grad);
        Assert.Throws<ObjectDisposedException>(() => cat([ones(3), tensor]));
    }

    [Fact]
    public void Disposing_twice_is_fine()
    {
        var tensor = ones(3);
        tensor.Dispose();
        tensor.Dispose();
        var layer = Linear(2, 2);
        layer.Dispose();
        layer.Dispose();
    }

    [Fact]
    public void Null_tensors_are_refused_by_name()
    {
        Assert.Equal("self", Assert.Throws<ArgumentNullException>(() => abs(null!)).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => ones(2) + (Tensor)null!).ParamName);
        Assert.Equal("mat2", Assert.Throws<ArgumentNullException>(() => ones(2, 2).mm(null!)).ParamName);
        Assert.Equal("input", Assert.Throws<ArgumentNullException>(() => functional.linear(null!, ones(2, 2))).ParamName);
        Assert.Throws<ArgumentNullException>(() => new Parameter(null!));
        Assert.Throws<ArgumentNullException>(() => autograd.backward((Tensor)null!));
    }

    [Fact]
    public void The_type_of_data_must_be_the_tensors()
    {
        using var tensor = ones(3);
        var error = Assert.Throws<ArgumentException>(() => tensor.data<double>());
        Assert.Contains("Double is not compatible with Float32", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tensor.item<float>());
        Assert.Throws<ArgumentException>(() => ones(1).item<int>());
    }

    [Fact]
    public void Elements_outside_are_refused()
    {
        using var tensor = arange(3).@float();
        Assert.Throws<IndexOutOfRangeException>(() => tensor.data<float>()[3]);
        Assert.Throws<IndexOutOfRangeException>(() => tensor.ReadCpuSingle(-1));
        Assert.Throws<ExternalException>(() => tensor[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.size(1));
    }

    [Fact]
    public void An_array_that_does_not_fill_its_shape_is_refused() =>
        Assert.Throws<ArgumentException>(() => tensor([1f, 2f, 3f], [2, 2]));

    [Fact]
    public void Devices_that_are_not_there_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Device("toaster"));
        Assert.Throws<ArgumentException>(() => new Device("cuda:x"));
        if (!cuda.is_available())
            Assert.Throws<InvalidOperationException>(() => ones(2, device: new Device("cuda:0")));
    }

    [Fact]
    public void Registration_is_checked()
    {
        using var list = ModuleList<torch.nn.Module>();
        Assert.Throws<ArgumentException>(() => list.register_module("a.b", ReLU()));
        Assert.Throws<ArgumentException>(() => list.register_module("", ReLU()));
        list.register_module("a", ReLU());
        Assert.Throws<InvalidOperationException>(() => list.register_module("a", ReLU()));
        list.register_buffer("b", ones(1));
        Assert.Throws<InvalidOperationException>(() => list.register_buffer("b", ones(1)));
        Assert.Throws<ArgumentNullException>(() => list.register_parameter("c", null!));
    }

    [Fact]
    public void Loading_says_what_is_missing_what_is_unknown_and_what_has_another_shape()
    {
        using var layer = Linear(3, 2);
        var error = Assert.Throws<InvalidOperationException>(
            () => layer.load_state_dict(new() { ["weight"] = ones(2, 3), ["slope"] = ones(2) }));
        Assert.Contains("Missing keys: bias", error.Message, StringComparison.Ordinal);
        Assert.Contains("Unexpected keys: slope", error.Message, StringComparison.Ordinal);

        var (missing, unexpected) = layer.load_state_dict(new() { ["weight"] = ones(2, 3), ["slope"] = ones(2) }, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["slope"], unexpected);

        var mismatch = Assert.Throws<ArgumentException>(
            () => layer.load_state_dict(new() { ["weight"] = ones(3, 3), ["bias"] = ones(2) }));
        Assert.Contains("'weight' has the shape [3, 3]", mismatch.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Optimizers_refuse_settings_that_make_no_sense()
    {
        using var layer = Linear(2, 2);
        Assert.Throws<ArgumentException>(() => optim.SGD(layer.parameters(), -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(layer.parameters(), 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.Adam(layer.parameters(), beta1: 1));
        Assert.Throws<ArgumentException>(() => Dropout(1.5));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3, groups: 2));
    }
}
