using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Directions of similar vectors, and of others.</summary>
internal sealed record CosineEmbeddingLoss(LossOptions Options, ValueNames Pair, Number Margin) : PairLoss(Options, Pair, Margin)
{
    public static CosineEmbeddingLoss Read(ArgumentReader arguments) =>
        new(LossOptions.Read(arguments), arguments.Names("values", 2, 2), arguments.Number("Margin", 0, new(-1, 1)));

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() => code.GiveRows($"{CSharp.Kernels}.CosineEmbeddingBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {Margin.Member})"));
    };

    public override string Call(LossCode code) =>
        Functional(code, "cosine_embedding_loss", [.. code.Predictions, code.Target, .. Margin.NamedMember("margin", 0)]);
}
