using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Binary cross-entropy of probabilities.</summary>
internal sealed record BCELoss(LossOptions Options) : ElementwiseLoss(Options)
{
    public override string Task => "BinaryProbabilities";

    public override PredictionEncoding Takes => PredictionEncoding.Probabilities;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => Encoding.Probability;

    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (_, prediction, target) => $"{CSharp.Kernels}.BinaryCrossEntropyBackward({prediction}, {target})";

    protected override string Function => "binary_cross_entropy";
}
