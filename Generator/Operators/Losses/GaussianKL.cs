using NeuralDsl.Collections;

namespace NeuralDsl.Operators.Losses;

/// <summary>Divergence of normal distributions from the standard one.</summary>
internal sealed record GaussianKL(LossOptions Options, ValueNames Distribution) : ValuesLoss(Options, Distribution)
{
    public static GaussianKL Read(ArgumentReader arguments) => new(LossOptions.Read(arguments, LossOptions.Sum), arguments.Names("values", 2, 2));

    public override EquatableArray<string> TargetNames => [];

    public override string Call(LossCode code) => Own(code, "GaussianKL", [.. code.Predictions]);
}
