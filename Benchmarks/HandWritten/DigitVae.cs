using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

internal sealed class DigitVae : nn.Module<Tensor, (Tensor Image, Tensor Mu, Tensor LogVar)>
{
    private readonly Linear linear1;
    private readonly Linear linear2;
    private readonly Linear mu;
    private readonly Linear logvar;
    private readonly Sequential decoder;

    public DigitVae(long code, long hidden) : base(nameof(DigitVae))
    {
        linear1 = nn.Linear(64, hidden);
        linear2 = nn.Linear(hidden, hidden);
        mu = nn.Linear(hidden, code);
        logvar = nn.Linear(hidden, code);
        decoder = nn.Sequential(
            ("linear1", nn.Linear(code, hidden)), ("relu1", nn.ReLU()), ("linear2", nn.Linear(hidden, hidden)), ("relu2", nn.ReLU()),
            ("linear3", nn.Linear(hidden, 64)), ("sigmoid1", nn.Sigmoid()));
        RegisterComponents();
    }

    public static HandWrittenTraining CreateTraining(HyperValues hypers) => new SupervisedTraining<DigitVae>(
        new(hypers.Get("code", 8L), hypers.Get("hidden", 256L)),
        (model, batch) =>
        {
            var (image, mu, logvar) = model.call(batch[0]);
            var reconstruction = nn.functional.binary_cross_entropy(image, batch[0], reduction: nn.Reduction.Sum);
            var divergence = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum();
            return (reconstruction + divergence) / batch[0].size(0);
        },
        (model, batch) => [model.call(batch[0]).Image],
        model => optim.Adam(model.parameters(), 1e-3));

    public override (Tensor Image, Tensor Mu, Tensor LogVar) forward(Tensor image)
    {
        var seen = nn.functional.relu(linear2.call(nn.functional.relu(linear1.call(image))));
        var (mean, spread) = (mu.call(seen), logvar.call(seen));
        var code = training ? mean + randn_like(mean) * (0.5 * spread).exp() : mean;
        return (decoder.call(code), mean, spread);
    }
}
