namespace NeuralDsl.Operators.Optimizers;

/// <summary>Divides by the root of the sum of squared gradients.</summary>
internal sealed record Adagrad(Number LearningRate, Number Decay, Number WeightDecay, Number InitialAccumulator, Number Eps) : Optimizer
{
    public static Adagrad Read(ArgumentReader arguments) => new(
        arguments.Number("learningRate", 0.01, NumberRange.Positive),
        arguments.Number("LearningRateDecay", 0, NumberRange.NotNegative),
        arguments.Number("WeightDecay", 0, NumberRange.NotNegative),
        arguments.Number("InitialAccumulator", 0, NumberRange.NotNegative),
        arguments.Number("Eps", 1e-10, NumberRange.NotNegative));

    public override string ModuleType => "Adagrad";

    /// <summary>The sum of squared gradients.</summary>
    public override int State => 1;

    public override IEnumerable<string> FactoryArguments =>
    [
        LearningRate.Text,
        .. Decay.Named("lr_decay", 0),
        .. WeightDecay.Named("weight_decay", 0),
        .. InitialAccumulator.Named("initial_accumulator_value", 0),
        .. Eps.Named("eps", 1e-10),
    ];
}
