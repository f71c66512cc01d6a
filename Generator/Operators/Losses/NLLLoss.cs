using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Negative log-likelihood: the log-probability of the target's class, negated.</summary>
internal sealed record NLLLoss(LossOptions Options, ClassOptions Classes) : ClassLoss(Options, Classes)
{
    public static NLLLoss Read(ArgumentReader arguments) => new(LossOptions.Read(arguments), ClassOptions.Read(arguments));

    public override PredictionEncoding Takes => PredictionEncoding.LogProbabilities;

    protected override (string Noun, string Local) Scores => ("log-probabilities", "logProbabilities");

    /// <summary>Of the mean: -one-hot/rows.</summary>
    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        var (scores, classes, options) = Prepare(code);
        var counted = code.MakeWith($"{CSharp.Kernels}.Likelihood({scores}, {classes}, {options})", "counted")[0];
        code.Backward(() => GiveBack(code, scores, $"{CSharp.Kernels}.LikelihoodBackward({scores}, {classes}, {options}, {counted})"));
    };

    protected override string Call(LossCode code, string scores, string classes, string? weights) => Likelihood(code, scores, classes, weights);
}
