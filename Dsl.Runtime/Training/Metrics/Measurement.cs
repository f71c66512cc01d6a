using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A number about predictions, gathered batch by batch. A new metric is one class and one word in <see cref="For"/>.</summary>
internal abstract class Measurement(string name, string format)
{
    private double sum;
    private double count;

    /// <summary>The metrics that the meaning of a prediction decides.</summary>
    public static Measurement[] For(LossInfo loss) => loss.Task switch
    {
        LearningTask.Classification or LearningTask.ClassProbabilities or LearningTask.BinaryLogits or LearningTask.BinaryProbabilities => [new Accuracy(loss)],
        LearningTask.Regression => [new MeanAbsoluteError()],
        _ => [],
    };

    /// <summary>The mean over everything gathered so far.</summary>
    public MetricValue Value => new(name, sum / count, format);

    /// <summary>Gathers one batch.</summary>
    public void Add(Tensor prediction, Tensor target)
    {
        var (batchSum, batchCount) = Measure(prediction, target);
        sum += batchSum;
        count += batchCount;
    }

    /// <summary>A sum over a batch and the number of elements that it is the sum of.</summary>
    protected abstract (double Sum, long Count) Measure(Tensor prediction, Tensor target);
}
