namespace NeuralDsl.Operators.Optimizers;

/// <summary>Steps in the unit of the parameters.</summary>
internal sealed record Adadelta(Number LearningRate, Number Rho, Number Eps, Number WeightDecay, bool Maximize) : Optimizer
{
    public static Adadelta Read(ArgumentReader arguments) => new(
        arguments.Number("learningRate", 1, NumberRange.Positive),
        arguments.Number("Rho", 0.9, NumberRange.Probability),
        arguments.Number("Eps", 1e-6, NumberRange.NotNegative),
        arguments.Number("WeightDecay", 0, NumberRange.NotNegative),
        arguments.Flag("Maximize", false));

    public override string ModuleType => "Adadelta";

    /// <summary>Means of squared gradients and of squared steps.</summary>
    public override int State => 2;

    public override IEnumerable<string> FactoryArguments =>
    [
        LearningRate.Text,
        .. Rho.Named("rho", 0.9),
        .. Eps.Named("eps", 1e-6),
        .. WeightDecay.Named("weight_decay", 0),
        .. CSharp.Named("maximize", Maximizes, omitted: false),
    ];

    public override bool Maximizes => Maximize;
}
