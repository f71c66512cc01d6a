using NeuralDsl.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A batch's predictions beside its targets, as the loss pairs them. What several metrics need is computed once; the caller's scope disposes it.</summary>
internal sealed class Comparison
{
    private readonly LossInfo loss;
    private bool? hasIgnored;

    public Comparison(LossInfo loss, Tensor prediction, Tensor target)
    {
        this.loss = loss;
        if (loss.Shift > 0)
        {
            // Rows, steps and classes: the steps are the axis that the classes are not.
            var steps = 3 - loss.ClassAxis;
            prediction = prediction.narrow(steps, 0, prediction.size(steps) - loss.Shift);
            target = target.narrow(1, loss.Shift, target.size(1) - loss.Shift);
        }
        Prediction = prediction;
        Target = target;
    }

    /// <summary>Classes are what one of several is chosen of; without them labels are 0 or 1.</summary>
    public static bool HasClasses(LossInfo loss) => loss.Task is LearningTask.Classification or LearningTask.ClassProbabilities;

    /// <summary>As the loss took it, less the steps that have no target.</summary>
    public Tensor Prediction { get; }

    /// <summary>As the loss took it, less the steps that have no prediction.</summary>
    public Tensor Target { get; }

    /// <summary>The number of classes; 2 for labels.</summary>
    public int ClassCount => HasClasses(loss) ? checked((int)Prediction.size(loss.ClassAxis)) : 2;

    /// <summary>The predicted classes as indices, or the predicted labels as truth values. Of equal scores the first class's counts.</summary>
    public Tensor Predicted =>
        field ??= HasClasses(loss) ? Prediction.argmax(loss.ClassAxis) : Prediction.gt(loss.Task == LearningTask.BinaryLogits ? 0.0 : 0.5);

    /// <summary>The target's classes as indices, or its labels as truth values.</summary>
    public Tensor Actual => field ??= loss.Task switch
    {
        LearningTask.Classification => Target,
        LearningTask.ClassProbabilities => Target.argmax(loss.ClassAxis),
        _ => Target.gt(0.5),
    };

    /// <summary>Which targets count; null for all.</summary>
    public Tensor? Counts => Ignored is { } ignored ? field ??= Actual.ne(ignored) : null;

    /// <summary>The scores of the classes, a row for each target that counts.</summary>
    public Tensor Rows => field ??= Counted(RowsOf(Prediction));

    /// <summary>The logarithms of the classes' probabilities, a row for each target that counts, in double precision.</summary>
    public Tensor LogProbabilities => field ??= Rows.to_type(ScalarType.Float64).log_softmax(1);

    /// <summary>The target's probabilities of the classes, likewise.</summary>
    public Tensor TargetRows => field ??= RowsOf(Target);

    /// <summary>The target's class for each of <see cref="Rows"/>.</summary>
    public Tensor RowClasses => field ??= Counted(Actual.flatten());

    /// <summary>The predicted and the target's classes, or labels, of all that counts.</summary>
    public (long[] Predicted, long[] Actual) ToIndices() =>
        (ToArray<long>(Counted(Predicted.flatten()), ScalarType.Int64), ToArray<long>(RowClasses, ScalarType.Int64));

    /// <summary>The elements of a tensor of any device and dtype.</summary>
    public static T[] ToArray<T>(Tensor tensor, ScalarType type) where T : unmanaged =>
        tensor.numel() == 0 ? [] : tensor.to_type(type).cpu().contiguous().data<T>().ToArray();

    /// <summary>The label that counts for no loss: the declared one, or PyTorch's where a target has it.</summary>
    private long? Ignored => loss.IgnoreIndex ?? (HasIgnored ? DataField.IgnoredLabel : null);

    private bool HasIgnored => hasIgnored ??= loss.Task == LearningTask.Classification && Target.lt(0).any().ToBoolean();

    private Tensor RowsOf(Tensor scores) =>
        scores.movedim([loss.ClassAxis], [scores.dim() - 1]).reshape(-1, scores.size(loss.ClassAxis));

    private Tensor Counted(Tensor rows) => Counts is { } counts ? rows.index_select(0, counts.flatten().nonzero().flatten()) : rows;
}
