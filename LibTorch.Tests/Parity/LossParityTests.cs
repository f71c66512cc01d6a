using static TorchSharp.torch.nn;

namespace NeuralDsl.LibTorch.Tests.Parity;

/// <summary>Losses and their gradients are PyTorch's.</summary>
public class LossParityTests
{
    private static readonly Tensor Weights = tensor([1f, 2f, 0.5f, 1.5f, 3f]);

    private static readonly Dictionary<string, (
        Func<Tensor, Tensor, Tensor> loss, Func<Tensor> target, Func<Tensor, Tensor> transform)> Cases = new()
    {
        ["CrossEntropyLoss"] = (CrossEntropyLoss().call, Classes, Same),
        ["CrossEntropyLossSmooth"] = (new CrossEntropyLoss(Weights, 1, label_smoothing: 0.1).call, Classes, Same),
        ["CrossEntropyLossSum"] = (CrossEntropyLoss(reduction: Reduction.Sum).call, Classes, Same),
        ["NLLLoss"] = (NLLLoss(Weights).call, Classes, LogSoftmaxed),
        ["BCELoss"] = (BCELoss().call, Probabilities, x => x.sigmoid()),
        ["BCEWithLogitsLoss"] = (BCEWithLogitsLoss(pos_weights: Weights).call, Probabilities, Same),
        ["MSELoss"] = (MSELoss().call, Normal, Same),
        ["MSELossNone"] = (MSELoss(Reduction.None).call, Normal, Same),
        ["L1Loss"] = (L1Loss().call, Normal, Same),
        ["SmoothL1Loss"] = (SmoothL1Loss(beta: 0.5).call, Normal, Same),
        ["HuberLoss"] = (HuberLoss(0.7).call, Normal, Same),
        ["KLDivLoss"] = (KLDivLoss(true, Reduction.Sum).call, () => LogSoftmaxed(Normal()), LogSoftmaxed),
        ["SoftMarginLoss"] = (SoftMarginLoss().call, Signs, Same),
        ["HingeEmbeddingLoss"] = (HingeEmbeddingLoss().call, Signs, Same),
        ["MultiMarginLoss"] = (MultiMarginLoss().call, Classes, Same),
        ["MultiLabelSoftMarginLoss"] = (MultiLabelSoftMarginLoss().call, Probabilities, Same),
        ["PoissonNLLLoss"] = (PoissonNLLLoss(full: true).call, () => Probabilities() * 4, Same),
        ["GaussianNLLLoss"] = ((x, t) => functional.gaussian_nll_loss(x, t, t.square(), full: true), Normal, Same),
        ["TripletMarginLoss"] = ((x, t) => TripletMarginLoss().call(x, t, t.flip(0)), Normal, Same),
        ["CosineEmbeddingLoss"] = ((x, t) => CosineEmbeddingLoss().call(x, t, ones(6)), Normal, Same),
        ["MarginRankingLoss"] = ((x, t) => MarginRankingLoss().call(x, t, ones(6, 5)), Normal, Same),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_loss_is_PyTorchs(string name)
    {
        var (loss, target, transform) = Cases[name];
        manual_seed(6);
        var raw = randn(6, 5, requires_grad: true);
        var value = loss(transform(raw), target());
        PyTorchReference.AssertEqual($"{name}/loss", value);
        value.sum().backward();
        PyTorchReference.AssertEqual($"{name}/grad", raw.grad!);
    }

    private static Tensor Same(Tensor x) => x;

    private static Tensor LogSoftmaxed(Tensor x) => x.log_softmax(1);

    private static Tensor Classes() => randint(0, 5, [6]);

    private static Tensor Probabilities() => rand(6, 5);

    private static Tensor Normal() => randn(6, 5);

    private static Tensor Signs() => randint(0, 2, [6, 5]) * 2.0 - 1;
}
