namespace NeuralDsl.Operators.Optimizers;

/// <summary>Adam that waits until the variance of its steps is known.</summary>
internal sealed record RAdam(Moments Moments) : Optimizer
{
    public static RAdam Read(ArgumentReader arguments) => new(Moments.Read(arguments, 1e-3));

    public override string ModuleType => "RAdam";

    /// <summary>Both moments.</summary>
    public override int State => 2;

    public override string Factory => "new global::NeuralDsl.RectifiedAdam";

    public override IEnumerable<string> FactoryArguments => Moments.Arguments;

    public override bool HasMomentum => true;
}
