using NeuralDsl.Collections;
using NeuralDsl.Differentiation;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Binary cross-entropy of logits.</summary>
/// <param name="PositiveWeight">Factor of targets that are 1.</param>
/// <param name="PositiveWeights">Such a factor for each element of the last axis; null for one for all.</param>
internal sealed record BCEWithLogitsLoss(LossOptions Options, Number PositiveWeight, EquatableArray<double>? PositiveWeights) : ElementwiseLoss(Options)
{
    public static BCEWithLogitsLoss Read(ArgumentReader arguments)
    {
        var several = arguments.NumberList("PositiveWeight", NumberRange.Positive);
        return new(LossOptions.Read(arguments), several is null ? arguments.Number("PositiveWeight", 1, NumberRange.Positive) : new(1), several);
    }

    public override string Task => "BinaryLogits";

    public override PredictionEncoding Takes => PredictionEncoding.Logits;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => Encoding.Probability;

    protected override Func<Local, Local, Code>? Derivative => PositiveWeights is not null || PositiveWeight.Literal != 1 ? null : (prediction, target) => $"{prediction}.sigmoid().sub_({target})";

    protected override string Function => "binary_cross_entropy_with_logits";

    public override LossSignature? Infer(LossCheck check) =>
        PositiveWeights is { } weights && check.Shape.Rank > 0 && !check.IsOnePerClass("PositiveWeight", weights.Count, check.Shape[-1]) ? null : base.Infer(check);

    protected override IEnumerable<string> Arguments(LossCode code)
    {
        if (PositiveWeights is not null)
            yield return $"pos_weights: {code.Numbers("positiveWeights", PositiveWeights)}";
        else if (PositiveWeight.Literal != 1)
            yield return $"pos_weights: {code.Number("positiveWeight", PositiveWeight)}";
    }
}
