namespace NeuralDsl.Operators.Losses;

/// <summary>Binary cross-entropy of probabilities.</summary>
internal sealed record BCELoss(LossOptions Options) : ElementwiseLoss(Options)
{
    public override string Task => "BinaryProbabilities";

    protected override string Function => "binary_cross_entropy";
}
