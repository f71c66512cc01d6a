using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Squared difference below a distance, absolute difference above it.</summary>
internal sealed record SmoothL1Loss(LossOptions Options, Number Beta) : ElementwiseLoss(Options)
{
    public static SmoothL1Loss Read(ArgumentReader arguments) => new(LossOptions.Read(arguments), arguments.Number("Beta", 1, NumberRange.NotNegative));

    public override string Task => "Regression";

    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (_, prediction, target) => $"{CSharp.Kernels}.SmoothL1Backward({prediction}, {target}, {Beta.Member})";

    protected override string Function => "smooth_l1_loss";

    protected override IEnumerable<string> Arguments(LossCode code) => Beta.NamedMember("beta", 1);
}
