using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The share of predictions that name the target's class; binary predictions count as 1 above a probability of one half.</summary>
internal sealed class Accuracy(LossInfo loss) : Metric(Name, "0.00 %")
{
    public const string Name = "accuracy";

    protected override (double Sum, long Count) Measure(Tensor prediction, Tensor target)
    {
        using var correct = loss.Task == LearningTask.Classification ? CorrectClasses(prediction, target) : CorrectLabels(prediction, target);
        using var sum = correct.sum();
        return (sum.ToDouble(), target.numel());
    }

    private Tensor CorrectClasses(Tensor prediction, Tensor target)
    {
        using var classes = prediction.argmax(loss.ClassAxis);
        return classes.eq(target);
    }

    private Tensor CorrectLabels(Tensor prediction, Tensor target)
    {
        using var predicted = prediction.gt(loss.Task == LearningTask.BinaryLogits ? 0.0 : 0.5);
        using var actual = target.gt(0.5);
        return predicted.eq(actual);
    }
}
