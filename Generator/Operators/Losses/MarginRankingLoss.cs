using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>The order of the scores of pairs.</summary>
internal sealed record MarginRankingLoss(LossOptions Options, ValueNames Pair, Number Margin) : ValuesLoss(Options, Pair)
{
    public static MarginRankingLoss Read(ArgumentReader arguments) =>
        new(LossOptions.Read(arguments), arguments.Names("values", 2, 2), arguments.Number("Margin", 0, NumberRange.Any));

    protected override IEnumerable<TensorType> TargetOf(TensorType prediction) => [prediction];

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveElements($"{CSharp.Kernels}.MarginRankingBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {Margin.Member})"));
    };

    public override string Call(LossCode code) =>
        Functional(code, "margin_ranking_loss", [.. code.Predictions, code.Target, .. Margin.NamedMember("margin", 0)]);
}
