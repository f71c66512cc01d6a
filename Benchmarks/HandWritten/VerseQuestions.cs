using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class VerseQuestions : nn.Module<Tensor, Tensor, Tensor, (Tensor Start, Tensor End)>
{
    private readonly BertEncoder bert;
    private readonly Linear span;

    public VerseQuestions(HyperValues hypers) : base(nameof(VerseQuestions))
    {
        bert = new(hypers);
        span = nn.Linear(hypers.Get("d", 64L), 2);
        RegisterComponents();
    }

    public static HandWrittenTraining CreateTraining(HyperValues hypers) => new SupervisedTraining<VerseQuestions>(
        new(hypers),
        (model, batch) =>
        {
            var (start, end) = model.call(batch[0], batch[1], batch[2]);
            return nn.functional.cross_entropy(start, batch[3]) + nn.functional.cross_entropy(end, batch[4]);
        },
        (model, batch) =>
        {
            var (start, end) = model.call(batch[0], batch[1], batch[2]);
            return [start, end];
        },
        model => optim.AdamW(model.parameters(), 1e-3, weight_decay: 0.01),
        maxNorm: 1.0);

    /// <summary>Scores of where the answer starts and of where it ends, each <c>[N, T]</c>; nothing begins or ends in padding.</summary>
    public override (Tensor Start, Tensor End) forward(Tensor tokens, Tensor segments, Tensor padding)
    {
        var scores = span.call(bert.call(tokens, segments, padding)).transpose(0, 1).masked_fill(padding.unsqueeze(-1), -100);
        return (scores.select(-1, 0), scores.select(-1, 1));
    }
}
