namespace NeuralDsl.Operators.Optimizers;

/// <summary>Steps by the signs of gradients alone.</summary>
internal sealed record Rprop(Number LearningRate, Number EtaMinus, Number EtaPlus, Number MinStep, Number MaxStep, bool Maximize) : Optimizer
{
    public static Rprop Read(ArgumentReader arguments) => new(
        arguments.Number("learningRate", 0.01, NumberRange.Positive),
        arguments.Number("EtaMinus", 0.5, new(0, 1, IsMinimumExcluded: true, IsMaximumExcluded: true)),
        arguments.Number("EtaPlus", 1.2, new(1, IsMinimumExcluded: true)),
        arguments.Number("MinStep", 1e-6, NumberRange.Positive),
        arguments.Number("MaxStep", 50, NumberRange.Positive),
        arguments.Flag("Maximize", false));

    public override string ModuleType => "Rprop";

    /// <summary>The previous gradient and the step sizes.</summary>
    public override int State => 2;

    public override IEnumerable<string> FactoryArguments =>
    [
        LearningRate.Text,
        .. EtaMinus.Named("etaminus", 0.5),
        .. EtaPlus.Named("etaplus", 1.2),
        .. MinStep.Named("min_step", 1e-6),
        .. MaxStep.Named("max_step", 50),
        .. CSharp.Named("maximize", Maximizes, omitted: false),
    ];

    public override bool Maximizes => Maximize;
}
