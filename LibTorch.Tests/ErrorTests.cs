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

    public static TheoryData<string> WrongCalls => [.. Wrong.Keys];

    private static readonly Dictionary<string, Action> Wrong = new()
    {
        ["a kernel of nothing"] = () => MaxPool2d(0).call(randn(1, 1, 4, 4)),
        ["a stride of nothing"] = () => AvgPool1d(2, stride: 0).call(randn(1, 1, 4)),
        ["a window larger than the image"] = () => FractionalMaxPool2d(9, output_size: 2).call(randn(1, 1, 4, 4)),
        ["an index outside of the image"] = () => MaxUnpool2d(2).call(randn(1, 1, 2, 2), full(1, 1, 2, 2, 99, ScalarType.Int64)),
        ["indices of another shape"] = () => MaxUnpool3d(2).call(randn([1, 1, 2, 2, 2]), zeros(1, 1, 2, 2, ScalarType.Int64)),
        ["an embedding that is not there"] = () => Embedding(4, 3).call(tensor([9L])),
        ["offsets that do not ascend"] = () => EmbeddingBag(4, 3).call(tensor([0L, 1]), tensor([5L, 0])),
        ["a class that is not there"] = () => CrossEntropyLoss().call(randn(2, 3), tensor([0L, 7])),
        ["a label longer than the targets"] = () =>
            CTCLoss().call(randn(8, 2, 5).log_softmax(2), ones(2, 3, ScalarType.Int64), tensor([8L, 8]), tensor([9L, 3])),
        ["a state of another batch"] = () => GRU(3, 4).call(randn(5, 2, 3), zeros(1, 7, 4)),
        ["a mask of another length"] = () => TransformerEncoderLayer(8, 2).call(randn(5, 2, 8), zeros(4, 4)),
        ["another width"] = () => Transformer(8, 2, 1, 1, 8).call(randn(5, 2, 6), randn(5, 2, 6)),
        ["a singular matrix"] = () => linalg.inv(zeros(3, 3)),
        ["a matrix that is not positive"] = () => linalg.cholesky(-eye(3)),
        ["factors of something else"] = () => lu_unpack(randn(3, 3), full(3, 99, ScalarType.Int32)),
        ["a transform of nothing"] = () => fft.fft_(randn(4), n: 0),
        ["a dimension that is not there"] = () => fft.rfft(randn(4), dim: 3),
        ["no window"] = () => stft(randn(10), 4, hop_length: 0),
        ["no step"] = () => randn(4).unfold(0, 2, 0),
        ["more than there is"] = () => randn(4).topk(9),
    };

    [Theory]
    [MemberData(nameof(WrongCalls))]
    public void What_libtorch_refuses_is_an_ExternalException(string name)
    {
        using var scope = NewDisposeScope();
        Assert.NotEmpty(Assert.Throws<ExternalException>(Wrong[name]).Message);
    }

    [Fact]
    public void Sizes_that_make_no_sense_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => FractionalMaxPool2d(2));
        Assert.Throws<ArgumentException>(() => FractionalMaxPool2d(2, output_size: 3, output_ratio: 0.5));
        Assert.Throws<ArgumentException>(() => FractionalMaxPool3d(2, output_ratio: 1.5));
        Assert.Throws<ArgumentException>(() => functional.fractional_max_pool3d(randn(2, 2), 2, output_size: 1));
        Assert.Throws<ArgumentException>(() => MaxUnpool2d(2).call(randn(1, 1, 2, 2), zeros(1, 1, 2, 2, ScalarType.Int64), [9, 9]));
        Assert.Throws<ArgumentException>(() => MaxUnpool1d(2).call(randn(1, 1, 2), zeros(1, 1, 2, ScalarType.Int64), [4, 4]));
        Assert.Throws<ArgumentException>(() => ChannelShuffle(3).call(randn(1, 4, 2)));
        var packed = utils.rnn.pack_sequence([randn(2, 3)]);
        Assert.Throws<ArgumentException>(() => GRU(3, 4).call(packed, zeros(1, 7, 4)));
        Assert.Throws<ArgumentException>(() => LSTM(3, 4).call(packed, (zeros(1, 1, 4), zeros(1, 1, 5))));
    }

    [Fact]
    public void Backward_says_which_function_made_a_NaN()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1, requires_grad: true);
        (x.sqrt() * 0).sum().backward();
        Assert.True(x.grad!.isnan().all().ToBoolean());
        Assert.False(AnomalyMode.IsEnabled);
        using (autograd.detect_anomaly())
        {
            Assert.True(AnomalyMode.ShouldCheckNaN);
            var error = Assert.Throws<ExternalException>(() => (x.sqrt() * 0).sum().backward());
            Assert.Contains("SqrtBackward", error.Message, StringComparison.Ordinal);
        }
        Assert.False(AnomalyMode.IsEnabled);
    }
}
