namespace NeuralDsl.Operators.Optimizers;

/// <summary>Stochastic gradient descent.</summary>
internal sealed record SGD(Number LearningRate, Number Momentum, Number Dampening, Number WeightDecay, bool Nesterov, bool Maximize) : Optimizer
{
    public static SGD Read(ArgumentReader arguments)
    {
        // As PyTorch: Nesterov's step is defined by the plain momentum only.
        var isNesterov = arguments.Flag("Nesterov", false);
        var optimizer = new SGD(
            arguments.Number("learningRate", 0, NumberRange.Positive),
            arguments.Number("Momentum", 0, isNesterov && arguments.Text("Momentum") is not null ? NumberRange.Positive : NumberRange.NotNegative),
            arguments.Number("Dampening", 0, NumberRange.Any),
            arguments.Number("WeightDecay", 0, NumberRange.NotNegative),
            isNesterov,
            arguments.Flag("Maximize", false));
        if (optimizer is { Nesterov: true } and ({ Momentum.Literal: 0 } or { Dampening.Literal: not 0 }))
            arguments.Refuse("Nesterov", "false, or go with a Momentum above 0 and no Dampening", "true");
        return optimizer;
    }

    public override string ModuleType => "SGD";

    /// <summary>The previous direction, where there is momentum.</summary>
    public override int State => Momentum.Literal == 0 ? 0 : 1;

    public override IEnumerable<string> FactoryArguments =>
    [
        LearningRate.Text,
        .. Momentum.Named("momentum", 0),
        .. Dampening.Named("dampening", 0),
        .. WeightDecay.Named("weight_decay", 0),
        .. CSharp.Named("nesterov", Nesterov, omitted: false),
        .. CSharp.Named("maximize", Maximizes, omitted: false),
    ];

    public override bool Maximizes => Maximize;

    public override bool HasMomentum => true;
}
