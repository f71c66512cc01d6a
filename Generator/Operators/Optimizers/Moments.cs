namespace NeuralDsl.Operators.Optimizers;

/// <summary>The arguments that Adam and its relatives share.</summary>
internal sealed record Moments(Number LearningRate, Number Beta1, Number Beta2, Number Eps, Number WeightDecay)
{
    public static Moments Read(ArgumentReader arguments, double learningRate, double weightDecay = 0) => new(
        arguments.Number("learningRate", learningRate, NumberRange.Positive),
        arguments.Number("Beta1", 0.9, NumberRange.Decay),
        arguments.Number("Beta2", 0.999, NumberRange.Decay),
        arguments.Number("Eps", 1e-8, NumberRange.NotNegative),
        arguments.Number("WeightDecay", weightDecay, NumberRange.NotNegative));

    /// <summary>All of them as arguments of the factory.</summary>
    public IEnumerable<string> Arguments => [.. WithoutDecay, .. WeightDecay.Named("weight_decay", 0)];

    public IEnumerable<string> WithoutDecay => [LearningRate.Text, .. Beta1.Named("beta1", 0.9), .. Beta2.Named("beta2", 0.999), .. Eps.Named("eps", 1e-8)];
}
