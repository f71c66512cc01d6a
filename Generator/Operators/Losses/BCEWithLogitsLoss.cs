using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Binary cross-entropy of logits.</summary>
internal sealed record BCEWithLogitsLoss(LossOptions Options) : ElementwiseLoss(Options)
{
    public override string Task => "BinaryLogits";

    public override PredictionEncoding Takes => PredictionEncoding.Logits;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => Encoding.Probability;

    protected override string Function => "binary_cross_entropy_with_logits";
}
