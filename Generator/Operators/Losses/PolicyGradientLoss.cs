using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Log-probabilities of actions, each times its advantage, negated.</summary>
internal sealed record PolicyGradientLoss(LossOptions Options) : Loss(Options)
{
    public override string Task => "Other";

    public override EquatableArray<string> TargetNames => ["action", "advantage"];

    public override PredictionEncoding Takes => PredictionEncoding.ClassLogits;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => target == 0 ? Encoding.ClassIndex(signature.Prediction.Shape[-1]) : null;

    public override LossSignature? Infer(LossCheck check)
    {
        if (!check.Prediction.IsFloatingPoint || check.Shape.Rank < 2)
            return check.Refuse("floating-point scores with an axis of actions, such as [N,4]");
        var rows = new Shape(check.Shape.Axes.Take(check.Shape.Rank - 1));
        return new([check.Prediction], [new(DType.Int64, rows), new(check.Prediction.DType, rows)], check.Shape.Rank - 1);
    }

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveVectors($"{CSharp.Kernels}.PolicyGradientBackward({Code.Join([.. code.Predictions, .. code.Targets])})"));
    };

    public override string Call(LossCode code) => Own(code, "PolicyGradient", code.Prediction, code.Targets[0], code.Targets[1]);
}
