using NeuralDsl.Collections;
using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Each row's partner among all rows of the batch.</summary>
internal sealed record InfoNCELoss(LossOptions Options, ValueNames Pair, Number Temperature, bool Symmetric) : ValuesLoss(Options, Pair)
{
    public static InfoNCELoss Read(ArgumentReader arguments) => new(
        LossOptions.Read(arguments), arguments.Names("values", 2, 2), arguments.Number("Temperature", 0.07, NumberRange.Positive), arguments.Flag("Symmetric", false));

    public override EquatableArray<string> TargetNames => [];

    protected override int LeastAxes => 2;

    protected override int MostAxes => 2;

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveRows($"{CSharp.Kernels}.InfoNCEBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {Temperature.Member}, {CSharp.Flag(Symmetric)})"));
    };

    public override string Call(LossCode code) => Own(
        code, "InfoNCE", [.. code.Predictions, .. Temperature.NamedMember("temperature", 0.07), .. CSharp.Named("symmetric", Symmetric, omitted: false)]);
}
