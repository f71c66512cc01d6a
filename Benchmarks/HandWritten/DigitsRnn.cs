using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class DigitsRnn : nn.Module<Tensor, Tensor>
{
    private readonly GRU gru1 = nn.GRU(8, 64, batchFirst: true);
    private readonly Linear digit = nn.Linear(64, 10);

    public DigitsRnn() : base(nameof(DigitsRnn)) => RegisterComponents();

    public static HandWrittenTraining CreateTraining() => new SupervisedTraining<DigitsRnn>(
        new(),
        (model, batch) => nn.functional.cross_entropy(model.call(batch[0]), batch[1]),
        (model, batch) => [model.call(batch[0])],
        model => optim.Adam(model.parameters(), 0.01));

    public override Tensor forward(Tensor rows)
    {
        var (states, _) = gru1.call(rows);
        return digit.call(states.select(1, -1));
    }
}
