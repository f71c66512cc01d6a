using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Absolute difference.</summary>
internal sealed record L1Loss(LossOptions Options) : ElementwiseLoss(Options)
{
    public override string Task => "Regression";

    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (_, prediction, target) => $"{prediction}.sub({target}).sign_()";

    protected override string Function => "l1_loss";
}
