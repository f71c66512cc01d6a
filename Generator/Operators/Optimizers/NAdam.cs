namespace NeuralDsl.Operators.Optimizers;

/// <summary>Adam with Nesterov's momentum.</summary>
internal sealed record NAdam(Moments Moments, Number MomentumDecay) : Optimizer
{
    public static NAdam Read(ArgumentReader arguments) =>
        new(Moments.Read(arguments, 2e-3), arguments.Number("MomentumDecay", 4e-3, NumberRange.NotNegative));

    public override string ModuleType => "NAdam";

    /// <summary>Both moments.</summary>
    public override int State => 2;

    public override IEnumerable<string> FactoryArguments => [.. Moments.Arguments, .. MomentumDecay.Named("momentum_decay", 4e-3)];

    public override bool HasMomentum => true;
}
