using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Binary cross-entropy of the logits of many labels, its mean over them.</summary>
internal sealed record MultiLabelSoftMarginLoss(LossOptions Options, EquatableArray<double>? ClassWeights) : ElementwiseLoss(Options)
{
    public static MultiLabelSoftMarginLoss Read(ArgumentReader arguments) =>
        new(LossOptions.Read(arguments), arguments.NumberList("ClassWeights", NumberRange.NotNegative));

    public override string Task => "BinaryLogits";

    public override PredictionEncoding Takes => PredictionEncoding.Logits;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => Encoding.Probability;

    /// <summary>σ(x) - t, with a factor for each label; the sum of the rows has the mean of the labels.</summary>
    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (code, prediction, target) =>
    {
        Code derivative = $"{prediction}.sigmoid().sub_({target})";
        if (ClassWeights is { } weights)
            derivative = $"{derivative}.mul_({code.Numbers("classWeights", weights.Select(CSharp.Number))})";
        return Options.Reduction == LossOptions.Mean ? derivative : $"{derivative}.div_((global::TorchSharp.Scalar){prediction}.size(-1))";
    };

    protected override string Function => "multilabel_soft_margin_loss";

    public override LossSignature? Infer(LossCheck check)
    {
        if (!check.Prediction.IsFloatingPoint || check.Shape.Rank < 2)
            return check.Refuse("floating-point logits with an axis of labels, such as [N,10]");
        return ClassWeights is { } weights && !check.IsOnePerClass("ClassWeights", weights.Count, check.Shape[-1]) ? null : base.Infer(check);
    }

    protected override IEnumerable<string> Arguments(LossCode code)
    {
        if (ClassWeights is not null)
            yield return $"weight: {code.Numbers("classWeights", ClassWeights)}";
    }
}
