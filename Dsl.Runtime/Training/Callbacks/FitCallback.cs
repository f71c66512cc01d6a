namespace NeuralDsl;

/// <summary>Hears the events of a training. Derive from it and override those that matter; all are called on the thread that trains.</summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public abstract class FitCallback<TBatch> where TBatch : struct, IBatch<TBatch>
{
    /// <summary>Before the first step, also of a training that goes on.</summary>
    /// <param name="context">The training.</param>
    public virtual void OnFitBegin(FitContext<TBatch> context)
    {
    }

    /// <summary>Before the first step of an epoch.</summary>
    /// <param name="context">The training.</param>
    public virtual void OnEpochBegin(FitContext<TBatch> context)
    {
    }

    /// <summary>After every step, many times a second: be quick.</summary>
    /// <param name="context">The training.</param>
    /// <param name="step">The step.</param>
    public virtual void OnStep(FitContext<TBatch> context, FitStep step)
    {
    }

    /// <summary>After every epoch and its validation; the model has the weights that were evaluated: the average, where one is taken.</summary>
    /// <param name="context">The training.</param>
    /// <param name="epoch">What the epoch came to.</param>
    public virtual void OnEpochEnd(FitContext<TBatch> context, EpochReport epoch)
    {
    }

    /// <summary>After a checkpoint was written.</summary>
    /// <param name="context">The training.</param>
    /// <param name="path">The file.</param>
    public virtual void OnCheckpoint(FitContext<TBatch> context, string path)
    {
    }

    /// <summary>After the last step, unless the training failed; the model has the weights that it ends with.</summary>
    /// <param name="context">The training.</param>
    /// <param name="report">What it came to.</param>
    public virtual void OnFitEnd(FitContext<TBatch> context, TrainingReport report)
    {
    }
}
