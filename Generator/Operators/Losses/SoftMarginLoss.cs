using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Logistic loss of two classes, -1 and 1.</summary>
internal sealed record SoftMarginLoss(LossOptions Options) : ElementwiseLoss(Options)
{
    public override string Task => "BinaryLogits";

    public override PredictionEncoding Takes => PredictionEncoding.Logits;

    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (_, prediction, target) => $"{CSharp.Kernels}.SoftMarginBackward({prediction}, {target})";

    protected override string Function => "soft_margin_loss";
}
