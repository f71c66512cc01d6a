using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class BertClassifier : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly BertEncoder bert;
    private readonly Linear pooler;
    private readonly Dropout dropout1;
    private readonly Linear testament;

    public BertClassifier(HyperValues hypers) : base(nameof(BertClassifier))
    {
        var d = hypers.Get("d", 64L);
        bert = new(hypers);
        pooler = nn.Linear(d, d);
        dropout1 = nn.Dropout(hypers.Get("dropout", 0.1));
        testament = nn.Linear(d, 2);
        RegisterComponents();
    }

    public static HandWrittenTraining CreateTraining(HyperValues hypers) => new SupervisedTraining<BertClassifier>(
        new(hypers),
        (model, batch) => nn.functional.cross_entropy(model.call(batch[0], batch[1], batch[2]), batch[3]),
        (model, batch) => [model.call(batch[0], batch[1], batch[2])],
        model => optim.AdamW(model.parameters(), 1e-3, weight_decay: 0.01),
        maxNorm: 1.0);

    public override Tensor forward(Tensor tokens, Tensor segments, Tensor padding)
    {
        var read = bert.call(tokens, segments, padding).mean([0]);
        return testament.call(dropout1.call(pooler.call(read).tanh()));
    }
}
