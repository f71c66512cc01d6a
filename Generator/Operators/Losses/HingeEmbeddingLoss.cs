namespace NeuralDsl.Operators.Losses;

/// <summary>Distances of similar pairs, and what others lack to a margin.</summary>
internal sealed record HingeEmbeddingLoss(LossOptions Options, Number Margin) : ElementwiseLoss(Options)
{
    public static HingeEmbeddingLoss Read(ArgumentReader arguments) => new(LossOptions.Read(arguments), arguments.Number("Margin", 1, NumberRange.Any));

    public override string Task => "Other";

    protected override string Function => "hinge_embedding_loss";

    protected override IEnumerable<string> Arguments(LossCode code) => [$"margin: {Margin.Member}"];
}
