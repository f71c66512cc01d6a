using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class BertPretraining : nn.Module<Tensor, Tensor, Tensor, (Tensor Words, Tensor Next)>
{
    private readonly BertEncoder bert;
    private readonly Linear transform;
    private readonly LayerNorm norm;
    private readonly Tied words;
    private readonly Linear pooler;
    private readonly Linear next;

    public BertPretraining(HyperValues hypers) : base(nameof(BertPretraining))
    {
        var d = hypers.Get("d", 64L);
        bert = new(hypers);
        transform = nn.Linear(d, d);
        norm = nn.LayerNorm(d, 1e-12);
        words = new(hypers.Get("vocab", 2000L));
        pooler = nn.Linear(d, d);
        next = nn.Linear(d, 2);
        RegisterComponents();
    }

    public static HandWrittenTraining CreateTraining(HyperValues hypers) => new SupervisedTraining<BertPretraining>(
        new(hypers),
        (model, batch) =>
        {
            var (words, next) = model.call(batch[0], batch[1], batch[2]);
            return nn.functional.cross_entropy(words.flatten(0, 1), batch[3].t().flatten()) + nn.functional.cross_entropy(next, batch[4]);
        },
        (model, batch) =>
        {
            var (words, next) = model.call(batch[0], batch[1], batch[2]);
            return [words.transpose(0, 1), next];
        },
        model => optim.AdamW(model.parameters(), 2e-3, weight_decay: 0.01),
        maxNorm: 1.0);

    /// <summary>Scores of words, <c>[T, N, vocab]</c>, and whether the second half follows, <c>[N, 2]</c>.</summary>
    public override (Tensor Words, Tensor Next) forward(Tensor tokens, Tensor segments, Tensor padding)
    {
        var x = bert.call(tokens, segments, padding);
        var scores = words.call(norm.call(nn.functional.gelu(transform.call(x))), bert.Words);
        return (scores, next.call(pooler.call(x.select(0, 0)).tanh()));
    }

    /// <summary>A linear layer with the weights of another layer and a bias of its own.</summary>
    private sealed class Tied : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Parameter bias;

        public Tied(long size) : base(nameof(Tied))
        {
            bias = nn.Parameter(zeros(size));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x, Tensor weight) => nn.functional.linear(x, weight, bias);
    }
}
