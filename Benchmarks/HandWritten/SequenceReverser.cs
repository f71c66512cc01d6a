using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

/// <summary>TorchSharp's transformer has the batch second: <c>[T, N, d]</c>.</summary>
internal sealed class SequenceReverser : nn.Module<Tensor, Tensor, Tensor>
{
    private const int MaxLength = 64;

    private readonly Embedding embedding1;
    private readonly Embedding embedding2;
    private readonly TransformerEncoder memory;
    private readonly TransformerDecoder transformerDecoder1;
    private readonly Linear next;
    private readonly Tensor positions;
    private readonly Tensor later;

    public SequenceReverser(long symbols, long d, long heads, long layers, long hidden, double dropout) : base(nameof(SequenceReverser))
    {
        embedding1 = nn.Embedding(symbols, d);
        embedding2 = nn.Embedding(symbols, d);
        memory = nn.TransformerEncoder(nn.TransformerEncoderLayer(d, heads, hidden, dropout), layers);
        transformerDecoder1 = nn.TransformerDecoder(nn.TransformerDecoderLayer(d, heads, hidden, dropout), layers);
        next = nn.Linear(d, symbols);
        positions = Waves(d);
        later = full(MaxLength, MaxLength, float.NegativeInfinity).triu(1);
        RegisterComponents();
    }

    public static HandWrittenTraining CreateTraining(HyperValues hypers) => new SupervisedTraining<SequenceReverser>(
        new(21, hypers.Get("d", 64L), hypers.Get("heads", 4L), hypers.Get("layers", 2L), hypers.Get("hidden", 128L), hypers.Get("dropout", 0.0)),
        (model, batch) =>
        {
            var (logits, answer) = (model.call(batch[0], batch[1]), batch[1].t());
            var steps = answer.size(0) - 1;
            return nn.functional.cross_entropy(logits.narrow(0, 0, steps).flatten(0, 1), answer.narrow(0, 1, steps).flatten());
        },
        (model, batch) => [model.call(batch[0], batch[1]).transpose(0, 1)],
        model => optim.Adam(model.parameters(), 1e-3));

    public override Tensor forward(Tensor source, Tensor answer)
    {
        var read = memory.call(Positioned(embedding1.call(source.t())));
        var length = answer.size(1);
        return next.call(transformerDecoder1.call(Positioned(embedding2.call(answer.t())), read, later.narrow(0, 0, length).narrow(1, 0, length)));
    }

    private Tensor Positioned(Tensor x) => x + positions.narrow(0, 0, x.size(0));

    /// <summary>Sines and cosines in turn, <c>[MaxLength, 1, d]</c>.</summary>
    private static Tensor Waves(long d)
    {
        using var scope = NewDisposeScope();
        var angles = arange(MaxLength, ScalarType.Float32).unsqueeze(1) / pow(10000, arange(0, d, 2, ScalarType.Float32) / d);
        return stack([angles.sin(), angles.cos()], 2).flatten(1).unsqueeze(1).MoveToOuterDisposeScope();
    }
}
