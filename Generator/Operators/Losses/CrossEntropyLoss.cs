using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Cross-entropy of logits against class indices.</summary>
internal sealed record CrossEntropyLoss(LossOptions Options) : Loss(Options)
{
    public override string Task => "Classification";

    public override PredictionEncoding Takes => PredictionEncoding.ClassLogits;

    public override Encoding? EncodeTarget(LossSignature signature, int target) => Encoding.ClassIndex(signature.Prediction.Shape[signature.ClassAxis]);

    public override LossSignature? Infer(LossCheck check)
    {
        var shape = check.Shape;
        if (!check.Prediction.IsFloatingPoint || shape.Rank < 2)
            return check.Refuse("floating-point logits with a class axis, such as [N,10]");
        // The class axis is the last one, but for PyTorch's layout N C ... when it is named so.
        var classAxis = shape.Axes[1].Name == "C" ? 1 : shape.Rank - 1;
        var target = new Shape(shape.Axes.Where((_, axis) => axis != classAxis));
        return new(check.Prediction, new(DType.Int64, target), classAxis);
    }

    public override string Call(LossCode code)
    {
        if (code.Signature.ClassAxis == 1)
            return Functional("cross_entropy", code.Prediction, code.Target);
        var target = code.Signature.Target.Shape.Elements;
        var logits = code.Temporary("logits", $"{code.Prediction}.flatten(0, -2)", $"[{target},{code.Signature.Prediction.Shape[-1]}]");
        var classes = code.Temporary("classes", $"{code.Target}.flatten()", $"[{target}]");
        return Functional("cross_entropy", logits, classes);
    }
}
