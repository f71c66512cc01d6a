using NeuralDsl.Passes;
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

    /// <summary>Of the mean: (softmax - one-hot)/rows, or with what is not certain (softmax - probabilities)/rows.</summary>
    public override Action<LossGradientCode>? Gradient(LossSignature signature) => TakesProbabilities ? CompareProbabilities : LabelSmoothing.Literal != 0 ? CompareSmoothed : code =>
    {
        var (logits, classes, options) = Prepare(code);
        var saved = code.MakeWith($"{CSharp.Kernels}.CrossEntropy({logits}, {classes}, {options})", "logProbabilities", "counted");
        code.Backward(() => GiveBack(code, logits, $"{CSharp.Kernels}.CrossEntropyBackward({saved[0]}, {classes}, {options}, {saved[1]})"));
    };

    private void CompareSmoothed(LossGradientCode code)
    {
        code.Make(this, code.Targets);
        var (logits, classes, options) = Prepare(code);
        code.Backward(() => GiveBack(code, logits, $"{CSharp.Kernels}.SmoothedCrossEntropyBackward({logits}, {classes}, {options}, {LabelSmoothing.Member})"));
    }

    private void CompareProbabilities(LossGradientCode code)
    {
        code.Make(this, code.Targets);
        code.Backward(() =>
        {
            var weights = Classes.Weights is { } numbers ? Code.Join([code.Numbers("classWeights", numbers.Select(CSharp.Number))]) : $"null";
            var scale = Options.Reduction == LossOptions.BatchMean ? code.Scale(LossOptions.BatchMean) : $"";
            code.Give(
                0,
                $"{CSharp.Kernels}.DistributionCrossEntropyBackward({code.Prediction}, {code.Targets[0]}, {weights}, {CSharp.Flag(Options.Reduction == LossOptions.Mean)}, {LabelSmoothing.Member}, {code.Signature.ClassAxis}){scale}");
        });
    }

    protected override string Call(LossCode code, string scores, string classes, string? weights) => Functional(
        code, "cross_entropy",
        [
            scores, classes,
            .. weights is null ? [] : new[] { $"weight: {weights}" },
            .. Classes.IgnoreIndex is { } ignored and not ClassOptions.Ignored ? new[] { $"ignore_index: {CSharp.Number(ignored)}" } : [],
            .. LabelSmoothing.Literal == 0 ? [] : new[] { $"label_smoothing: {LabelSmoothing.Member}" },
        ]);
}
