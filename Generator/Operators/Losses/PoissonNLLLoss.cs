using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Negative log-likelihood of counts with a Poisson distribution.</summary>
internal sealed record PoissonNLLLoss(LossOptions Options, bool LogInput, bool Full, Number Eps) : ElementwiseLoss(Options)
{
    public static PoissonNLLLoss Read(ArgumentReader arguments) => new(
        LossOptions.Read(arguments), arguments.Flag("LogInput", true), arguments.Flag("Full", false), arguments.Number("Eps", 1e-8, NumberRange.NotNegative));

    public override string Task => LogInput ? "Other" : "Regression";

    protected override Func<LossGradientCode, Local, Local, Code>? Derivative => (_, prediction, target) =>
        $"{CSharp.Kernels}.PoissonBackward({prediction}, {target}, {CSharp.Flag(LogInput)}{(LogInput || Eps.Literal == 1e-8 ? "" : $", {Single}")})";

    /// <summary>TorchSharp takes a single-precision number.</summary>
    private string Single => $"(float){Eps.Member}";

    protected override string Function => "poisson_nll_loss";

    protected override IEnumerable<string> Arguments(LossCode code) =>
    [
        .. CSharp.Named("log_input", LogInput, omitted: true),
        .. CSharp.Named("full", Full, omitted: false),
        .. Eps.Literal == 1e-8 ? [] : new[] { $"eps: {Single}" },
    ];
}
