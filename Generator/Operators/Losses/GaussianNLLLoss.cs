using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Negative log-likelihood with a normal distribution whose mean and variance are predicted.</summary>
internal sealed record GaussianNLLLoss(LossOptions Options, ValueNames Variance, bool Full, Number Eps) : Loss(Options)
{
    public static GaussianNLLLoss Read(ArgumentReader arguments) => new(
        LossOptions.Read(arguments), arguments.Names("variance", maximum: 1), arguments.Flag("Full", false), arguments.Number("Eps", 1e-6, NumberRange.Positive));

    public override string Task => "Regression";

    public override ValueNames Values => Variance;

    public override LossSignature? Infer(LossCheck check)
    {
        if (!check.Prediction.IsFloatingPoint)
            return check.Refuse("a floating-point tensor");
        return check.IsLikeFirst(1) ? new([.. check.Predictions], [check.Prediction]) : null;
    }

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveElements($"{CSharp.Kernels}.GaussianBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {Eps.Member})"));
    };

    public override string Call(LossCode code) => Own(
        code, "GaussianNLL", [code.Prediction, code.Predictions[1], code.Target, .. CSharp.Named("full", Full, omitted: false), .. Eps.NamedMember("eps", 1e-6)]);
}
