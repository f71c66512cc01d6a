namespace NeuralDsl.Operators.Losses;

/// <summary>Negative log-likelihood: the log-probability of the target's class, negated.</summary>
internal sealed record NLLLoss(LossOptions Options, ClassOptions Classes) : ClassLoss(Options, Classes)
{
    public static NLLLoss Read(ArgumentReader arguments) => new(LossOptions.Read(arguments), ClassOptions.Read(arguments));

    protected override (string Noun, string Local) Scores => ("log-probabilities", "logProbabilities");

    protected override string Call(LossCode code, string scores, string classes, string? weights)
    {
        // TorchSharp's function has no such argument: it ignores the usual index, which the other one becomes.
        if (Classes.IgnoreIndex is { } index and not ClassOptions.Ignored)
        {
            var ignored = code.Temporary("ignored", $"{classes}.eq({CSharp.Number(index)})", "");
            classes = code.Temporary("counted", $"{classes}.masked_fill({ignored}, {CSharp.Number(ClassOptions.Ignored)})", "");
        }
        return Functional("nll_loss", [scores, classes, .. weights is null ? [] : new[] { $"weight: {weights}" }]);
    }
}
