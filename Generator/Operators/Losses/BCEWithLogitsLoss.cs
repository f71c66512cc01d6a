using NeuralDsl.Collections;
using NeuralDsl.Passes;
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

    /// <summary>σ(x) - t, or with a factor w of the positives σ(x)·(w·t + 1 - t) - w·t.</summary>
    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (code, prediction, target) =>
    {
        if (PositiveWeights is null && PositiveWeight.Literal == 1)
            return $"{prediction}.sigmoid().sub_({target})";
        var weight = code.Numbers("positiveWeight", PositiveWeights is { } several ? several.Select(CSharp.Number) : [PositiveWeight.Member]);
        return $"{CSharp.Kernels}.WeightedLogitsBackward({prediction}, {target}, {weight})";
    };

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
