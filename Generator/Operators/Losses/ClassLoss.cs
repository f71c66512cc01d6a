using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>A loss of scores along a class axis against the index of a class.</summary>
internal abstract record ClassLoss(LossOptions Options, ClassOptions Classes) : Loss(Options)
{
    public override string Task => "Classification";

    public override PredictionEncoding Takes => PredictionEncoding.ClassLogits;

    public override Encoding? EncodeTarget(LossSignature signature, int target)
    {
        var classes = signature.Prediction.Shape[signature.ClassAxis];
        // An index that is no class stands for none.
        return Classes.IgnoreIndex is { } ignored && (ignored < 0 || classes.Constant <= ignored) ? null : Encoding.ClassIndex(classes);
    }

    public override IEnumerable<string> Facts =>
    [
        .. Classes.Shift == 0 ? [] : new[] { $"Shift: {CSharp.Number(Classes.Shift)}" },
        .. Classes.IgnoreIndex is { } ignored ? new[] { $"IgnoreIndex: {CSharp.Number(ignored)}" } : [],
    ];

    /// <summary>What the prediction is, in messages and as a local.</summary>
    protected abstract (string Noun, string Local) Scores { get; }

    public override LossSignature? Infer(LossCheck check)
    {
        var shape = check.Shape;
        if (!check.Prediction.IsFloatingPoint || shape.Rank < 2)
            return check.Refuse($"floating-point {Scores.Noun} with a class axis, such as [N,10]");
        // The class axis is the last one, but for PyTorch's layout N C ... when it is named so.
        var classAxis = shape.Axes[1].Name == "C" ? 1 : shape.Rank - 1;
        if (Classes.Weights is { } weights && !check.IsOnePerClass("ClassWeights", weights.Count, shape[classAxis]))
            return null;
        if (Classes.Shift > 0 && shape.Rank != 3)
            return check.RefuseArgument("Shift", "left out, or the prediction be of 3 axes, rows, steps and classes", check.Prediction.ToString());
        if (Classes.Shift > 0 && shape[StepAxis(classAxis)].Constant <= Classes.Shift)
            return check.RefuseArgument("Shift", $"below the {shape[StepAxis(classAxis)]} steps of the prediction", CSharp.Number(Classes.Shift));
        return new(check.Prediction, Target(check.Prediction, classAxis), classAxis);
    }

    /// <summary>The target that fits a prediction.</summary>
    protected virtual TensorType Target(TensorType prediction, int classAxis) =>
        new(DType.Int64, new Shape(prediction.Shape.Axes.Where((_, axis) => axis != classAxis)));

    public sealed override string Call(LossCode code)
    {
        var (prediction, target) = (code.Signature.Prediction.Shape, code.Signature.Target.Shape);
        var (scores, classes, classAxis) = (code.Prediction, code.Target, code.Signature.ClassAxis);
        if (Classes.Shift > 0)
        {
            // The score at a step is of the class that comes so many steps later.
            var (axis, shift) = (StepAxis(classAxis), CSharp.Number(Classes.Shift));
            (prediction, target) = (prediction.With(axis, prediction[axis] - Classes.Shift), target.With(1, target[1] - Classes.Shift));
            scores = code.Temporary("earlier", $"{scores}.narrow({axis}, 0, {scores}.size({axis}) - {shift})", prediction.ToDisplay());
            classes = code.Temporary("later", $"{classes}.narrow(1, {shift}, {classes}.size(1) - {shift})", target.ToDisplay());
        }
        if (classAxis != 1)
        {
            var rows = target.Rank == prediction.Rank ? new Shape(target.Axes.Take(target.Rank - 1)).Elements : target.Elements;
            scores = code.Temporary(Scores.Local, $"{scores}.flatten(0, -2)", $"[{rows},{prediction[-1]}]");
            classes = target.Rank == prediction.Rank
                ? code.Temporary("classes", $"{classes}.flatten(0, -2)", $"[{rows},{prediction[-1]}]")
                : code.Temporary("classes", $"{classes}.flatten()", $"[{rows}]");
        }
        var weights = Classes.Weights is null ? null : code.Numbers("classWeights", Classes.Weights);
        return Call(code, scores, classes, weights);
    }

    /// <summary>The expression of the loss of scores whose class axis is 1.</summary>
    protected abstract string Call(LossCode code, string scores, string classes, string? weights);

    /// <summary>Call of <c>nll_loss</c>, of log-probabilities or what stands for them.</summary>
    protected string Likelihood(LossCode code, string scores, string classes, string? weights)
    {
        // TorchSharp's function has no such argument: it ignores the usual index, which the other one becomes.
        if (Classes.IgnoreIndex is { } index and not ClassOptions.Ignored)
        {
            var ignored = code.Temporary("ignored", $"{classes}.eq({CSharp.Number(index)})", "");
            classes = code.Temporary("counted", $"{classes}.masked_fill({ignored}, {CSharp.Number(ClassOptions.Ignored)})", "");
        }
        return Functional(code, "nll_loss", [scores, classes, .. weights is null ? [] : new[] { $"weight: {weights}" }]);
    }

    /// <summary>The scores with their classes on axis 1, what they are compared with, and the arguments that the kernels have in common.</summary>
    protected (Local Scores, Local Classes, Code Options) Prepare(LossGradientCode code)
    {
        var (shape, target, scores, classes) = (code.Signature.Prediction.Shape, code.Signature.Target.Shape, code.Prediction, code.Targets[0]);
        var ignored = CSharp.Number(Classes.IgnoreIndex ?? ClassOptions.Ignored);
        // What is shifted away does not count, so nothing of the scores is copied.
        if (Classes.Shift > 0)
            classes = code.Let("later", target.ToDisplay(), $"global::NeuralDsl.Losses.Later({classes}, {Classes.Shift}, {ignored})");
        if (IsFlattened(code))
        {
            scores = code.View(scores, Scores.Local, $"[{target.Elements},{shape[-1]}]", $"{scores}.flatten(0, -2)");
            classes = code.View(classes, "classes", $"[{target.Elements}]", $"{classes}.flatten()");
        }
        var weights = Classes.Weights is { } numbers ? Code.Join([code.Numbers("classWeights", numbers.Select(CSharp.Number))]) : $"null";
        return (scores, classes, $"{weights}, {CSharp.Flag(Options.Reduction == LossOptions.Mean)}, {ignored}");
    }

    /// <summary>Gives the gradient of scores as <see cref="Prepare"/> made them.</summary>
    protected void GiveBack(LossGradientCode code, Local scores, Code gradient)
    {
        var divided = Options.Reduction == LossOptions.BatchMean ? code.Scale(LossOptions.BatchMean) : $"";
        if (!IsFlattened(code))
            code.Give(0, $"{gradient}{divided}");
        else if (code.Let($"d{CSharp.Pascal(Scores.Local)}", scores.Shape, $"{gradient}{divided}") is var rows)
            code.GiveView(0, rows, $"{rows}.view_as({code.Prediction})");
    }

    private static bool IsFlattened(LossGradientCode code) => code.Signature.ClassAxis != 1;

    /// <summary>The axis of the steps in a prediction of rows, steps and classes.</summary>
    private static int StepAxis(int classAxis) => 3 - classAxis;
}
