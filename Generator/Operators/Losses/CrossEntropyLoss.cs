using NeuralDsl.Differentiation;
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

    /// <summary>Of the mean: (softmax - one-hot)/rows. What is shifted away does not count, so nothing of the logits is copied.</summary>
    public override Action<LossGradientCode>? Gradient(LossSignature signature) =>
        TakesProbabilities || LabelSmoothing.Literal != 0 || Options.Reduction == LossOptions.BatchMean || signature.ClassAxis != signature.Prediction.Shape.Rank - 1 ? null : code =>
    {
        var (shape, logits, classes) = (signature.Prediction.Shape, code.Prediction, code.Targets[0]);
        var ignored = CSharp.Number(Classes.IgnoreIndex ?? ClassOptions.Ignored);
        if (Classes.Shift > 0)
            classes = code.Let("later", signature.Target.Shape.ToDisplay(), $"global::NeuralDsl.Losses.Later({classes}, {Classes.Shift}, {ignored})");
        if (shape.Rank > 2)
        {
            logits = code.View(logits, "logits", $"[{signature.Target.Shape.Elements},{shape[-1]}]", $"{logits}.flatten(0, -2)");
            classes = code.View(classes, "classes", $"[{signature.Target.Shape.Elements}]", $"{classes}.flatten()");
        }
        var weights = Classes.Weights is { } numbers
            ? code.Let("classWeights", $"[{numbers.Count}]", $"global::NeuralDsl.Losses.Numbers({code.Prediction}, {string.Join(", ", numbers.Select(CSharp.Number))})")
            : null;
        var options = Code.Of($"{weights?.Name ?? "null"}, {CSharp.Flag(Options.Reduction == LossOptions.Mean)}, {ignored}", weights is null ? [] : [weights]);
        var saved = code.MakeWith($"{CSharp.Kernels}.CrossEntropy({logits}, {classes}, {options})", "logProbabilities", "counted");
        code.Backward(() =>
        {
            Code gradient = $"{CSharp.Kernels}.CrossEntropyBackward({saved[0]}, {classes}, {options}, {saved[1]})";
            if (shape.Rank == 2)
                code.Give(0, gradient);
            else if (code.Let("dLogits", logits.Shape, gradient) is var rows)
                code.GiveView(0, rows, $"{rows}.view_as({code.Prediction})");
        });
    };

    protected override string Call(LossCode code, string scores, string classes, string? weights) => Functional(
        code, "cross_entropy",
        [
            scores, classes,
            .. weights is null ? [] : new[] { $"weight: {weights}" },
            .. Classes.IgnoreIndex is { } ignored and not ClassOptions.Ignored ? new[] { $"ignore_index: {CSharp.Number(ignored)}" } : [],
            .. LabelSmoothing.Literal == 0 ? [] : new[] { $"label_smoothing: {LabelSmoothing.Member}" },
        ]);
}
