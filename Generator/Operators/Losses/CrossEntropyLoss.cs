using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Cross-entropy of logits against class indices, or against a distribution over the classes.</summary>
internal sealed record CrossEntropyLoss(LossOptions Options, ClassOptions Classes, Number LabelSmoothing, bool TakesProbabilities) : ClassLoss(Options, Classes)
{
    public static CrossEntropyLoss Read(ArgumentReader arguments)
    {
        var takesProbabilities = arguments.Encoding("ClassIndex", "Probabilities") == "Probabilities";
        foreach (var useless in new[] { "IgnoreIndex", "Shift" }.Where(name => takesProbabilities && arguments.Has(name)))
            arguments.Refuse(useless, "left out: the target is probabilities, not class indices", "given");
        return new(LossOptions.Read(arguments), ClassOptions.Read(arguments), arguments.Number("LabelSmoothing", 0, NumberRange.Probability), takesProbabilities);
    }

    public override string Task => TakesProbabilities ? "ClassProbabilities" : base.Task;

    public override Encoding? EncodeTarget(LossSignature signature, int target) =>
        TakesProbabilities ? Encoding.Distribution(signature.ClassAxis) : base.EncodeTarget(signature, target);

    protected override (string Noun, string Local) Scores => ("logits", "logits");

    protected override TensorType Target(TensorType prediction, int classAxis) => TakesProbabilities ? prediction : base.Target(prediction, classAxis);

    protected override string Call(LossCode code, string scores, string classes, string? weights) => Functional(
        code, "cross_entropy",
        [
            scores, classes,
            .. weights is null ? [] : new[] { $"weight: {weights}" },
            .. Classes.IgnoreIndex is { } ignored and not ClassOptions.Ignored ? new[] { $"ignore_index: {CSharp.Number(ignored)}" } : [],
            .. LabelSmoothing.Literal == 0 ? [] : new[] { $"label_smoothing: {LabelSmoothing.Member}" },
        ]);
}
