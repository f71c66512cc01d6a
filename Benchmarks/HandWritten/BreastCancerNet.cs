using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class BreastCancerNet : nn.Module<Tensor, Tensor>
{
    private readonly Linear linear1 = nn.Linear(30, 64);
    private readonly ReLU relu1 = nn.ReLU();
    private readonly Linear linear2 = nn.Linear(64, 1);
    private readonly Sigmoid sigmoid1 = nn.Sigmoid();

    public BreastCancerNet() : base(nameof(BreastCancerNet)) => RegisterComponents();

    public static HandWrittenTraining CreateTraining() => new SupervisedTraining<BreastCancerNet>(
        new(),
        (model, batch) => nn.functional.binary_cross_entropy(model.call(batch[0]), batch[1]),
        (model, batch) => [model.call(batch[0])],
        model => optim.Adam(model.parameters()));

    public override Tensor forward(Tensor features) => sigmoid1.call(linear2.call(relu1.call(linear1.call(features))));
}
