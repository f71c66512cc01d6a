using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The share of predictions that name the target's class; binary predictions count as 1 above a probability of one half.</summary>
internal sealed class Accuracy(LossInfo loss) : Measurement(Name, "0.00 %")
{
    public const string Name = "accuracy";

    protected override (double Sum, long Count) Measure(Tensor prediction, Tensor target)
    {
        using var scope = NewDisposeScope();
        var (correct, count) = loss.Task switch
        {
            LearningTask.Classification => CorrectClasses(prediction, target),
            LearningTask.ClassProbabilities => CorrectClasses(prediction, target.argmax(loss.ClassAxis)),
            _ => (CorrectLabels(prediction, target), target.numel()),
        };
        return (correct.sum().ToDouble(), count);
    }

    private (Tensor Correct, long Count) CorrectClasses(Tensor prediction, Tensor target)
    {
        if (loss.Shift > 0)
        {
            // Rows, steps and classes: the steps are the axis that the classes are not.
            var steps = 3 - loss.ClassAxis;
            prediction = prediction.narrow(steps, 0, prediction.size(steps) - loss.Shift);
            target = target.narrow(1, loss.Shift, target.size(1) - loss.Shift);
        }
        var correct = prediction.argmax(loss.ClassAxis).eq(target);
        if (loss.IgnoreIndex is not { } ignored)
            return (correct, target.numel());
        var counts = target.ne(ignored);
        return (correct.logical_and(counts), counts.sum().ToInt64());
    }

    private Tensor CorrectLabels(Tensor prediction, Tensor target) =>
        prediction.gt(loss.Task == LearningTask.BinaryLogits ? 0.0 : 0.5).eq(target.gt(0.5));
}
