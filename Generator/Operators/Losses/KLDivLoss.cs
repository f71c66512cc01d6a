using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Divergence of a target distribution from predicted log-probabilities.</summary>
internal sealed record KLDivLoss(LossOptions Options, bool LogTarget) : ElementwiseLoss(Options)
{
    public static KLDivLoss Read(ArgumentReader arguments) => new(LossOptions.Read(arguments), arguments.Flag("LogTarget", false));

    public override string Task => "Other";

    public override PredictionEncoding Takes => PredictionEncoding.LogProbabilities;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => LogTarget ? null : Encoding.Probability;

    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (_, _, target) => $"{target}{(LogTarget ? ".exp().neg_()" : ".neg()")}";

    protected override string Function => "kl_div";

    protected override IEnumerable<string> Arguments(LossCode code) => [$"log_target: {CSharp.Flag(LogTarget)}"];
}
