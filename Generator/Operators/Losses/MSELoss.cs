using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Squared difference.</summary>
internal sealed record MSELoss(LossOptions Options) : ElementwiseLoss(Options)
{
    public override string Task => "Regression";

    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (_, prediction, target) => $"{prediction}.sub({target}).mul_({CSharp.Scalar("2")})";

    protected override string Function => "mse_loss";
}
