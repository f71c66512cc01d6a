namespace NeuralDsl;

/// <summary>What <c>[Metrics]</c> may ask to be measured. A metric that does not fit the task of the model's first loss is an error.</summary>
public enum Metric
{
    /// <summary>The share of right predictions. For classes and labels.</summary>
    Accuracy,

    /// <summary>The share of rows whose class is among the k most probable ones. For classes.</summary>
    TopK,

    /// <summary>Of the predictions of a class, the share that is right. For classes, as the mean over them, and for labels.</summary>
    Precision,

    /// <summary>Of the rows of a class, the share that is found. For classes, as the mean over them, and for labels.</summary>
    Recall,

    /// <summary>The harmonic mean of precision and recall. For classes, as the mean over them (macro), and for labels.</summary>
    F1,

    /// <summary>F1 of all classes counted together (micro). For classes and labels.</summary>
    MicroF1,

    /// <summary>The area under the receiver operating characteristic. For labels, and for classes as the mean of each against the rest.</summary>
    RocAuc,

    /// <summary>The area under the curve of precision over recall, as a sum of steps. For labels, and for classes as the mean over them.</summary>
    AveragePrecision,

    /// <summary>The exponential of the mean cross-entropy. For classes.</summary>
    Perplexity,

    /// <summary>The mean distance between prediction and target. For real numbers.</summary>
    MeanAbsoluteError,

    /// <summary>The root of the mean squared distance between prediction and target. For real numbers.</summary>
    RootMeanSquaredError,

    /// <summary>The share of the target's variance that is predicted, R². For real numbers.</summary>
    RSquared,
}
