using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class DigitsCnn : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = nn.Conv2d(1, 32, 3, padding: 1, bias: false);
    private readonly BatchNorm2d batchNorm1 = nn.BatchNorm2d(32);
    private readonly ReLU relu1 = nn.ReLU();
    private readonly MaxPool2d maxPool1 = nn.MaxPool2d(2);
    private readonly Conv2d conv2 = nn.Conv2d(32, 64, 3, padding: 1, bias: false);
    private readonly BatchNorm2d batchNorm2 = nn.BatchNorm2d(64);
    private readonly ReLU relu2 = nn.ReLU();
    private readonly MaxPool2d maxPool2 = nn.MaxPool2d(2);
    private readonly Flatten flatten1 = nn.Flatten();
    private readonly Linear digit = nn.Linear(256, 10);

    public DigitsCnn() : base(nameof(DigitsCnn)) => RegisterComponents();

    public static HandWrittenTraining CreateTraining() => new SupervisedTraining<DigitsCnn>(
        new(),
        (model, batch) => nn.functional.cross_entropy(model.call(batch[0]), batch[1]),
        (model, batch) => [model.call(batch[0])],
        model => optim.Adam(model.parameters()));

    public override Tensor forward(Tensor image)
    {
        var x = maxPool1.call(relu1.call(batchNorm1.call(conv1.call(image))));
        x = maxPool2.call(relu2.call(batchNorm2.call(conv2.call(x))));
        return digit.call(flatten1.call(x));
    }
}
