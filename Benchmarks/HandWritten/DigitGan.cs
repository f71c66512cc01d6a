using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

/// <summary>Two networks, each with its optimizer, which step in turn.</summary>
internal sealed class DigitGan : HandWrittenTraining
{
    private readonly Networks model;
    private optim.Optimizer? judging, painting;

    private DigitGan(Networks model) => this.model = model;

    public override nn.Module Model => model;

    public static HandWrittenTraining CreateTraining(HyperValues hypers) => new DigitGan(new(hypers.Get("code", 32L), hypers.Get("hidden", 256L), 0.3));

    public override void RenewOptimizers()
    {
        DisposeOptimizers();
        judging = optim.Adam(model.judge.parameters(), 2e-4, beta1: 0.5);
        painting = optim.Adam(model.painter.parameters(), 2e-4, beta1: 0.5);
    }

    public override double Step(Tensor[] batch)
    {
        TellApart(batch[0]);
        return Deceive(batch[0]);
    }

    public override Tensor[] Predict(Tensor[] batch) => [model.call(batch[0])];

    public override void Dispose()
    {
        DisposeOptimizers();
        model.Dispose();
    }

    private void TellApart(Tensor image)
    {
        using var scope = NewDisposeScope();
        judging!.zero_grad();
        Tensor fake;
        using (no_grad())
            fake = model.call(image);
        var (real, judged) = (model.judge.call(image), model.judge.call(fake));
        var loss = Against(real, 0.9) + Against(judged, 0);
        loss.backward();
        judging.step();
        loss.ToDouble();
    }

    private double Deceive(Tensor image)
    {
        using var scope = NewDisposeScope();
        painting!.zero_grad();
        SetTrainable(model.judge, false);
        var loss = Against(model.judge.call(model.call(image)), 1);
        SetTrainable(model.judge, true);
        loss.backward();
        painting.step();
        return loss.ToDouble();
    }

    private void DisposeOptimizers()
    {
        judging?.Dispose();
        painting?.Dispose();
    }

    private static Tensor Against(Tensor logits, double goal) => nn.functional.binary_cross_entropy_with_logits(logits, full_like(logits, goal));

    private static void SetTrainable(nn.Module network, bool isTrainable)
    {
        foreach (var parameter in network.parameters())
            parameter.requires_grad_(isTrainable);
    }

    private sealed class Networks : nn.Module<Tensor, Tensor>
    {
        public readonly Sequential painter;
        public readonly Sequential judge;
        private readonly long code;

        public Networks(long code, long hidden, double dropout) : base(nameof(DigitGan))
        {
            this.code = code;
            painter = nn.Sequential(
                ("linear1", nn.Linear(code, hidden)), ("leakyrelu1", nn.LeakyReLU(0.2)), ("linear2", nn.Linear(hidden, hidden)), ("leakyrelu2", nn.LeakyReLU(0.2)),
                ("linear3", nn.Linear(hidden, 64)), ("sigmoid1", nn.Sigmoid()));
            judge = nn.Sequential(
                ("linear1", nn.Linear(64, hidden)), ("leakyrelu1", nn.LeakyReLU(0.2)), ("dropout1", nn.Dropout(dropout)),
                ("linear2", nn.Linear(hidden, hidden)), ("leakyrelu2", nn.LeakyReLU(0.2)), ("dropout2", nn.Dropout(dropout)), ("linear3", nn.Linear(hidden, 1)));
            RegisterComponents();
        }

        /// <summary>Paints as many digits as there are images.</summary>
        public override Tensor forward(Tensor image) => painter.call(randn(image.size(0), code));
    }
}
