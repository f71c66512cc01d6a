namespace NeuralDsl.Operators.Losses;

/// <summary>Absolute difference.</summary>
internal sealed record L1Loss(LossOptions Options) : ElementwiseLoss(Options)
{
    public override string Task => "Regression";

    protected override string Function => "l1_loss";
}
