using System.Runtime.InteropServices;
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
        ["RNNPacked"] = (
            () => RNN(3, 4, 2, NonLinearities.ReLU), (m, x) => All(((RNN)m).call(Packed(x[0]), x[1])), [[6, 3, 3], [2, 3, 4]]),
        ["RNNPackedTanh"] = (() => RNN(3, 4), (m, x) => All(((RNN)m).call(Packed(x[0]))), [[6, 3, 3]]),
        ["GRUPacked"] = (
            () => GRU(3, 4, bidirectional: true), (m, x) => All(((GRU)m).call(Packed(x[0]), x[1])), [[6, 3, 3], [2, 3, 4]]),
        ["LSTMPacked"] = (
            () => LSTM(3, 4, 2, dropout: 0.3), (m, x) => All(((LSTM)m).call(Packed(x[0]), (x[1], x[1]))), [[6, 3, 3], [2, 3, 4]]),
        ["TransformerEncoderLayer"] = (
            () => TransformerEncoderLayer(8, 2, 12), (m, x) => [((TransformerEncoderLayer)m).call(x[0])], [[5, 3, 8]]),
        ["TransformerEncoderLayerMasked"] = (
            () => TransformerEncoderLayer(8, 2, 12, 0, Activations.GELU),
            (m, x) => [((TransformerEncoderLayer)m).call(x[0], Causal(5), Hidden(3, 5))], [[5, 3, 8]]),
        ["TransformerEncoder"] = (
            () => TransformerEncoder(TransformerEncoderLayer(8, 2, 12), 2),
            (m, x) => [((TransformerEncoder)m).call(x[0], Causal(5))], [[5, 3, 8]]),
        ["TransformerDecoderLayer"] = (
            () => TransformerDecoderLayer(8, 2, 12), (m, x) => [((TransformerDecoderLayer)m).call(x[0], x[1])], [[5, 3, 8], [4, 3, 8]]),
        ["TransformerDecoder"] = (
            () => TransformerDecoder(TransformerDecoderLayer(8, 2, 12), 2),
            (m, x) => [((TransformerDecoder)m).call(x[0], x[1], Causal(5), zeros(5, 4), Hidden(3, 5), Hidden(3, 4))],
            [[5, 3, 8], [4, 3, 8]]),
        ["Transformer"] = (
            () => Transformer(8, 2, 2, 1, 12), (m, x) => [((Transformer)m).call(x[0], x[1], null, Causal(4))], [[5, 3, 8], [4, 3, 8]]),
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
        outputs.Select(PyTorchReference.Score).Aggregate((sum, part) => sum + part).backward();
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

    [Fact]
    public void Sequences_come_back_from_a_pack_as_they_were()
    {
        using var scope = NewDisposeScope();
        Tensor[] sequences = [randn(2, 4), randn(5, 4), randn(3, 4)];
        var packed = utils.rnn.pack_sequence(sequences, enforce_sorted: false);
        Assert.Equal([3L, 3, 2, 1, 1], packed.batch_sizes.data<long>().ToArray());
        var (padded, lengths) = utils.rnn.pad_packed_sequence(packed, batch_first: true, padding_value: 7, total_length: 6);
        Assert.Equal([2L, 5, 3], lengths.data<long>().ToArray());
        Assert.Equal([3L, 6, 4], padded.shape);
        Assert.True(padded[0, ..2].Equals(sequences[0]));
        Assert.Equal(7, padded[0, 2..].min().ToDouble());
        Assert.Throws<ArgumentException>(() => utils.rnn.pad_packed_sequence(packed, total_length: 4));
        Assert.Throws<ExternalException>(() => utils.rnn.pack_sequence(sequences));
        Assert.Throws<ExternalException>(() => utils.rnn.pack_padded_sequence(randn(3, 2, 1), tensor([3L])));
        Assert.Throws<ArgumentException>(() => utils.rnn.pack_padded_sequence(randn(3, 2, 1), tensor([4L, 3])));
        packed.Dispose();
        Assert.True(packed.data.IsInvalid);
    }

    [Fact]
    public void Copies_of_a_layer_draw_nothing_and_are_equal()
    {
        manual_seed(3);
        using var layer = TransformerEncoderLayer(8, 2, 12);
        var next = randn(1).ToDouble();
        manual_seed(3);
        using var again = TransformerEncoderLayer(8, 2, 12);
        again.eval();
        using var encoder = TransformerEncoder(again, 3);
        Assert.Equal(next, randn(1).ToDouble());
        Assert.False(encoder.named_modules().Single(named => named.name == "layers.2.dropout1").module.training);
        var state = encoder.state_dict();
        Assert.True(state["layers.0.linear1.weight"].Equals(state["layers.2.linear1.weight"]));
        Assert.Throws<ArgumentException>(() => TransformerEncoder(again, 0));
    }

    private static utils.rnn.PackedSequence Packed(Tensor x) =>
        utils.rnn.pack_padded_sequence(x, tensor([2L, 6, 3]), enforce_sorted: false);

    private static Tensor Causal(long length) => full(length, length, double.NegativeInfinity).triu(1);

    // The last sequence has one element less.
    private static Tensor Hidden(long batch, long length)
    {
        var mask = zeros(batch, length, dtype: ScalarType.Bool);
        mask[-1, -1] = tensor(true);
        return mask;
    }

    private static Tensor[] All((utils.rnn.PackedSequence, Tensor) results) => [results.Item1.data, results.Item2];

    private static Tensor[] All((utils.rnn.PackedSequence, Tensor, Tensor) results) => [results.Item1.data, results.Item2, results.Item3];

    private static Tensor[] All((Tensor, Tensor) results) => [results.Item1, results.Item2];

    private static Tensor[] All((Tensor, Tensor, Tensor) results) => [results.Item1, results.Item2, results.Item3];

    private static Tensor[] All(Tuple<Tensor, Tensor> results) => [results.Item1, results.Item2];
}
