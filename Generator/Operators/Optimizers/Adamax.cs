namespace NeuralDsl.Operators.Optimizers;

/// <summary>Adam with the largest gradient in place of the mean of squares.</summary>
internal sealed record Adamax(Moments Moments) : Optimizer
{
    public static Adamax Read(ArgumentReader arguments) => new(Moments.Read(arguments, 2e-3));

    public override string ModuleType => "Adamax";

    /// <summary>The mean and the largest gradient.</summary>
    public override int State => 2;

    public override IEnumerable<string> FactoryArguments => Moments.Arguments;

    public override bool HasMomentum => true;
}
