namespace NeuralDsl.Operators.Optimizers;

/// <summary>Adam with the largest gradient in place of the mean of squares.</summary>
internal sealed record Adamax(Number LearningRate, Number Beta1, Number Beta2, Number Eps, Number WeightDecay) : Optimizer
{
    public static Adamax Read(ArgumentReader arguments) => new(
        arguments.Number("learningRate", 2e-3, NumberRange.Positive),
        arguments.Number("Beta1", 0.9, NumberRange.Decay),
        arguments.Number("Beta2", 0.999, NumberRange.Decay),
        arguments.Number("Eps", 1e-8, NumberRange.NotNegative),
        arguments.Number("WeightDecay", 0, NumberRange.NotNegative));

    public override string ModuleType => "Adamax";

    /// <summary>The mean and the largest gradient.</summary>
    public override int State => 2;

    public override IEnumerable<string> FactoryArguments =>
    [
        LearningRate.Text,
        .. Beta1.Named("beta1", 0.9),
        .. Beta2.Named("beta2", 0.999),
        .. Eps.Named("eps", 1e-8),
        .. WeightDecay.Named("weight_decay", 0),
    ];

    public override bool HasMomentum => true;
}
