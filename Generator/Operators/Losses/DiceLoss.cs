using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>How little regions overlap.</summary>
internal sealed record DiceLoss(LossOptions Options, Number Smooth, bool TakesClassIndex) : Loss(Options)
{
    public static DiceLoss Read(ArgumentReader arguments) =>
        new(LossOptions.Read(arguments), arguments.Number("Smooth", 1, NumberRange.Positive), arguments.Encoding("MultiLabel", "ClassIndex") == "ClassIndex");

    public override string Task => TakesClassIndex ? "Classification" : "BinaryProbabilities";

    public override PredictionEncoding Takes => PredictionEncoding.Probabilities;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => TakesClassIndex ? Encoding.ClassIndex(signature.Prediction.Shape[1]) : Encoding.Probability;

    public override LossSignature? Infer(LossCheck check)
    {
        var shape = check.Shape;
        if (!check.Prediction.IsFloatingPoint || shape.Rank < 3)
            return check.Refuse("floating-point probabilities with channels and places, such as [N,2,H,W]");
        return TakesClassIndex
            ? new(check.Prediction, new(DType.Int64, new Shape(shape.Axes.Where((_, axis) => axis != 1))), classAxis: 1)
            : new(check.Prediction, check.Prediction);
    }

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveRegions($"{CSharp.Kernels}.DiceBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {Smooth.Member})"));
    };

    public override string Call(LossCode code) => Own(code, "Dice", [code.Prediction, code.Target, .. Smooth.NamedMember("smooth", 1)]);
}
