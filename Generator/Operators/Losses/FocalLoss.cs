using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Binary cross-entropy of logits in which what is easy counts less.</summary>
internal sealed record FocalLoss(LossOptions Options, Number Gamma, Number Alpha) : Loss(Options)
{
    public static Loss Read(ArgumentReader arguments)
    {
        var takesClassIndex = arguments.Encoding("MultiLabel", "ClassIndex") == "ClassIndex";
        foreach (var useless in (takesClassIndex ? ["Alpha"] : new[] { "ClassWeights", "IgnoreIndex", "Shift" }).Where(arguments.Has))
            arguments.Refuse(useless, $"left out: it belongs to TargetEncoding.{(takesClassIndex ? "MultiLabel" : "ClassIndex")}", "given");
        var gamma = arguments.Number("Gamma", 2, NumberRange.NotNegative);
        return takesClassIndex
            ? new ClassFocalLoss(LossOptions.Read(arguments), ClassOptions.Read(arguments), gamma)
            : new FocalLoss(LossOptions.Read(arguments), gamma, arguments.Number("Alpha", 0.25, NumberRange.Probability));
    }

    public override string Task => "BinaryLogits";

    public override PredictionEncoding Takes => PredictionEncoding.Logits;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => Encoding.Probability;

    public override LossSignature? Infer(LossCheck check) =>
        check.Prediction.IsFloatingPoint ? new(check.Prediction, check.Prediction) : check.Refuse("a floating-point tensor");

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveElements($"{CSharp.Kernels}.FocalBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {Gamma.Member}, {Alpha.Member})"));
    };

    public override string Call(LossCode code) =>
        Own(code, "Focal", [code.Prediction, code.Target, .. Gamma.NamedMember("gamma", 2), .. Alpha.NamedMember("alpha", 0.25)]);
}
