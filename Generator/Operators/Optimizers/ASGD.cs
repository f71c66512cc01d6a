namespace NeuralDsl.Operators.Optimizers;

/// <summary>Stochastic gradient descent with averaged parameters.</summary>
internal sealed record ASGD(Number LearningRate, Number Lambda, Number Alpha, Number AverageFrom, Number WeightDecay, bool Maximize) : Optimizer
{
    public static ASGD Read(ArgumentReader arguments) => new(
        arguments.Number("learningRate", 0.01, NumberRange.Positive),
        arguments.Number("Lambda", 1e-4, NumberRange.NotNegative),
        arguments.Number("Alpha", 0.75, NumberRange.NotNegative),
        arguments.Number("AverageFrom", 1e6, NumberRange.NotNegative),
        arguments.Number("WeightDecay", 0, NumberRange.NotNegative),
        arguments.Flag("Maximize", false));

    public override string ModuleType => "ASGD";

    /// <summary>The averaged parameters.</summary>
    public override int State => 1;

    public override IEnumerable<string> FactoryArguments =>
    [
        LearningRate.Text,
        .. Lambda.Named("lambd", 1e-4),
        .. Alpha.Named("alpha", 0.75),
        .. AverageFrom.Named("t0", 1e6),
        .. WeightDecay.Named("weight_decay", 0),
        .. CSharp.Named("maximize", Maximizes, omitted: false),
    ];

    /// <summary>All but what TorchSharp's groups of this kind take from the optimizer.</summary>
    public override IEnumerable<string> GroupArguments => FactoryArguments.Where(argument => argument != "maximize: true");

    public override bool Maximizes => Maximize;
}
