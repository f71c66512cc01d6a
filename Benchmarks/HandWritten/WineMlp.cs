using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class WineMlp : nn.Module<Tensor, Tensor>
{
    private readonly Linear linear1;
    private readonly ReLU relu1 = nn.ReLU();
    private readonly Linear linear2;
    private readonly ReLU relu2 = nn.ReLU();
    private readonly Linear linear3;

    public WineMlp(long hidden) : base(nameof(WineMlp))
    {
        linear1 = nn.Linear(13, hidden);
        linear2 = nn.Linear(hidden, hidden);
        linear3 = nn.Linear(hidden, 3);
        RegisterComponents();
    }

    public static HandWrittenTraining CreateTraining(HyperValues hypers) => new SupervisedTraining<WineMlp>(
        new(hypers.Get("hidden", 50L)),
        (model, batch) => nn.functional.cross_entropy(model.call(batch[0]), batch[1]),
        (model, batch) => [model.call(batch[0])],
        model => optim.Adam(model.parameters(), 0.01));

    public override Tensor forward(Tensor measurements) => linear3.call(relu2.call(linear2.call(relu1.call(linear1.call(measurements)))));
}
