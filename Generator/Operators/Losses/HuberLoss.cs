using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Squared difference below a distance, linear above it.</summary>
internal sealed record HuberLoss(LossOptions Options, Number Delta) : ElementwiseLoss(Options)
{
    public static HuberLoss Read(ArgumentReader arguments) => new(LossOptions.Read(arguments), arguments.Number("Delta", 1, NumberRange.Positive));

    public override string Task => "Regression";

    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (_, prediction, target) => $"{prediction}.sub({target}).clamp_({CSharp.Scalar($"(-{Delta.Member})")}, {CSharp.Scalar(Delta.Member)})";

    protected override string Function => "huber_loss";

    protected override IEnumerable<string> Arguments(LossCode code) => Delta.NamedMember("delta", 1);
}
