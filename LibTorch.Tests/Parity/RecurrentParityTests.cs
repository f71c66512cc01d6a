using static TorchSharp.torch.nn;

namespace NeuralDsl.LibTorch.Tests.Parity;

/// <summary>Recurrent layers and attention: initial values, all results and gradients are PyTorch's.</summary>
public class RecurrentParityTests
{
    private static readonly Dictionary<string, (
        Func<torch.nn.Module> make, Func<torch.nn.Module, Tensor[], Tensor[]> call, long[][] shapes)> Cases = new()
    {
        ["RNN"] = (() => RNN(3, 4, 2, NonLinearities.ReLU), (m, x) => All(((RNN)m).call(x[0])), [[5, 2, 3]]),
        ["GRU"] = (
            () => GRU(3, 4, 2, bidirectional: true, batchFirst: true, dropout: 0.3), (m, x) => All(((GRU)m).call(x[0])), [[2, 5, 3]]),
        ["GRUUnbatched"] = (() => GRU(3, 4), (m, x) => All(((GRU)m).call(x[0])), [[5, 3]]),
        ["LSTM"] = (() => LSTM(3, 4, 2, bidirectional: true, bias: false), (m, x) => All(((LSTM)m).call(x[0])), [[5, 2, 3]]),
        ["LSTMUnbatched"] = (() => LSTM(3, 4, batchFirst: true), (m, x) => All(((LSTM)m).call(x[0])), [[5, 3]]),
        ["RNNCell"] = (() => RNNCell(3, 4), (m, x) => [((RNNCell)m).call(x[0], x[1])], [[5, 3], [5, 4]]),
        ["GRUCell"] = (() => GRUCell(3, 4), (m, x) => [((GRUCell)m).call(x[0], x[1])], [[5, 3], [5, 4]]),
        ["LSTMCell"] = (() => LSTMCell(3, 4), (m, x) => All(((LSTMCell)m).call(x[0])), [[5, 3]]),
        ["MultiheadAttention"] = (
            () => MultiheadAttention(8, 2), (m, x) => All(((MultiheadAttention)m).call(x[0], x[1], x[2])),
            [[5, 3, 8], [6, 3, 8], [6, 3, 8]]),
        ["MultiheadAttentionOther"] = (
            () => MultiheadAttention(8, 2, add_bias_kv: true, add_zero_attn: true, kdim: 5, vdim: 6),
            (m, x) => All(((MultiheadAttention)m).call(x[0], x[1], x[2])), [[5, 3, 8], [6, 3, 5], [6, 3, 6]]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_computes_what_PyTorch_computes(string name)
    {
        var (make, call, shapes) = Cases[name];
        manual_seed(7);
        using var module = make();
        Assert.Equal(
            PyTorchReference.Names($"{name}/init/").Select(key => key[(name.Length + 6)..]).Order(), module.state_dict().Keys.Order());
        foreach (var (key, value) in module.state_dict())
            PyTorchReference.AssertEqual($"{name}/init/{key}", value);

        var inputs = shapes.Select(shape => randn(shape, requires_grad: true)).ToArray();
        var outputs = call(module, inputs);
        Assert.Equal(PyTorchReference.Names($"{name}/output/").Count(), outputs.Length);
        for (var i = 0; i < outputs.Length; i++)
            PyTorchReference.AssertEqual($"{name}/output/{i}", outputs[i]);
        outputs.Select(output => output.square().sum()).Aggregate((sum, part) => sum + part).backward();
        PyTorchReference.AssertEqual($"{name}/grad", inputs[0].grad!);
        foreach (var (key, parameter) in module.named_parameters())
            PyTorchReference.AssertEqual($"{name}/grad/{key}", parameter.grad!);
    }

    [Fact]
    public void A_hidden_key_is_not_attended()
    {
        using var attention = MultiheadAttention(8, 2);
        var x = randn(4, 2, 8);
        var (
            _, weights) = attention.call(x, x, x,
            key_padding_mask: tensor(new[,] { { false, false, true, true }, { false, false, false, false } }));
        Assert.Equal(0, weights[0, TensorIndex.Colon, 2..].abs().sum().ToDouble());
        Assert.True((weights[1] > 0).all().ToBoolean());
        var (output, none) = attention.call(x, x, x, need_weights: false, attn_mask: zeros(4, 4));
        Assert.Null(none);
        Assert.Equal([4, 2, 8], output.shape);
    }

    private static Tensor[] All((Tensor, Tensor) results) => [results.Item1, results.Item2];

    private static Tensor[] All((Tensor, Tensor, Tensor) results) => [results.Item1, results.Item2, results.Item3];

    private static Tensor[] All(Tuple<Tensor, Tensor> results) => [results.Item1, results.Item2];
}
