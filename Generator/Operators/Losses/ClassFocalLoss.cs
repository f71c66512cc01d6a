namespace NeuralDsl.Operators.Losses;

/// <summary>Cross-entropy of logits in which what is easy counts less.</summary>
internal sealed record ClassFocalLoss(LossOptions Options, ClassOptions Classes, Number Gamma) : ClassLoss(Options, Classes)
{
    protected override (string Noun, string Local) Scores => ("logits", "logits");

    protected override string Call(LossCode code, string scores, string classes, string? weights)
    {
        var focused = code.Temporary("focused", $"global::NeuralDsl.Losses.FocalScores({string.Join(", ", Gamma.NamedMember("gamma", 2).Prepend(scores))})", "");
        return Likelihood(code, focused, classes, weights);
    }
}
