namespace NeuralDsl.Operators.Losses;

/// <summary>Squared difference.</summary>
internal sealed record MSELoss(LossOptions Options) : ElementwiseLoss(Options)
{
    public override string Task => "Regression";

    protected override string Function => "mse_loss";
}
