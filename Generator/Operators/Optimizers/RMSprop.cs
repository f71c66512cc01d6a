namespace NeuralDsl.Operators.Optimizers;

/// <summary>Divides by the root of a running mean of squared gradients.</summary>
internal sealed record RMSprop(Number LearningRate, Number Alpha, Number Eps, Number WeightDecay, Number Momentum, bool Centered, bool Maximize) : Optimizer
{
    public static RMSprop Read(ArgumentReader arguments) => new(
        arguments.Number("learningRate", 0.01, NumberRange.Positive),
        arguments.Number("Alpha", 0.99, NumberRange.Decay),
        arguments.Number("Eps", 1e-8, NumberRange.NotNegative),
        arguments.Number("WeightDecay", 0, NumberRange.NotNegative),
        arguments.Number("Momentum", 0, NumberRange.NotNegative),
        arguments.Flag("Centered", false),
        arguments.Flag("Maximize", false));

    public override string ModuleType => "RMSProp";

    /// <summary>The mean of squares, and the previous direction and the mean where they are kept.</summary>
    public override int State => 1 + (Momentum.Literal == 0 ? 0 : 1) + (Centered ? 1 : 0);

    public override IEnumerable<string> FactoryArguments =>
    [
        LearningRate.Text,
        .. Alpha.Named("alpha", 0.99),
        .. Eps.Named("eps", 1e-8),
        .. WeightDecay.Named("weight_decay", 0),
        .. Momentum.Named("momentum", 0),
        .. CSharp.Named("centered", Centered, omitted: false),
        .. CSharp.Named("maximize", Maximizes, omitted: false),
    ];

    /// <summary>All but what TorchSharp's groups of this kind take from the optimizer.</summary>
    public override IEnumerable<string> GroupArguments => FactoryArguments.Where(argument => argument != "maximize: true");

    public override bool Maximizes => Maximize;

    public override bool HasMomentum => true;
}
