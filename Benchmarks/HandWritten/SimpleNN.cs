using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class SimpleNN : nn.Module<Tensor, Tensor>
{
    private readonly Linear linear1 = nn.Linear(100, 64);
    private readonly ReLU relu1 = nn.ReLU();
    private readonly Linear linear2 = nn.Linear(64, 1);

    public SimpleNN() : base(nameof(SimpleNN)) => RegisterComponents();

    public static HandWrittenTraining CreateTraining() => new SupervisedTraining<SimpleNN>(
        new(),
        (model, batch) => nn.functional.binary_cross_entropy_with_logits(model.call(batch[0]), batch[1]),
        (model, batch) => [model.call(batch[0])],
        model => optim.SGD(model.parameters(), 0.01));

    public override Tensor forward(Tensor features) => linear2.call(relu1.call(linear1.call(features)));
}
