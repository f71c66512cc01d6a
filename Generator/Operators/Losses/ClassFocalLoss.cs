using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Cross-entropy of logits in which what is easy counts less.</summary>
internal sealed record ClassFocalLoss(LossOptions Options, ClassOptions Classes, Number Gamma) : ClassLoss(Options, Classes)
{
    protected override (string Noun, string Local) Scores => ("logits", "logits");

    /// <summary>Of the likelihood of scores that count the less the more probable they are.</summary>
    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        var (logits, classes, options) = Prepare(code);
        var focused = code.Let("focused", logits.Shape, $"global::NeuralDsl.Losses.FocalScores({logits}, {Gamma.Member})");
        var counted = code.MakeWith($"{CSharp.Kernels}.Likelihood({focused}, {classes}, {options})", "counted")[0];
        code.Backward(() =>
        {
            var gradient = code.Let("dFocused", focused.Shape, $"{CSharp.Kernels}.LikelihoodBackward({focused}, {classes}, {options}, {counted})");
            GiveBack(code, logits, $"{CSharp.Kernels}.FocalScoresBackward({gradient}, {logits}, {Gamma.Member})");
        });
    };

    protected override string Call(LossCode code, string scores, string classes, string? weights)
    {
        var focused = code.Temporary("focused", $"global::NeuralDsl.Losses.FocalScores({string.Join(", ", Gamma.NamedMember("gamma", 2).Prepend(scores))})", "");
        return Likelihood(code, focused, classes, weights);
    }
}
