using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Distances of vectors of one kind, and of others.</summary>
internal sealed record ContrastiveLoss(LossOptions Options, ValueNames Pair, Number Margin) : PairLoss(Options, Pair, Margin)
{
    public static ContrastiveLoss Read(ArgumentReader arguments) =>
        new(LossOptions.Read(arguments), arguments.Names("values", 2, 2), arguments.Number("Margin", 1, NumberRange.Positive));

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveRows($"{CSharp.Kernels}.ContrastiveBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {Margin.Member})"));
    };

    public override string Call(LossCode code) => Own(code, "Contrastive", [.. code.Predictions, code.Target, .. Margin.NamedMember("margin", 1)]);
}
