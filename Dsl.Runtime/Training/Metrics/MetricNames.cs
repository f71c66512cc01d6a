using System.Globalization;

namespace NeuralDsl;

/// <summary>What metrics are called in lines, tables and files.</summary>
internal static class MetricNames
{
    public const string Accuracy = "accuracy";
    public const string Precision = "precision";
    public const string Recall = "recall";
    public const string F1 = "F1";
    public const string MicroF1 = "micro F1";
    public const string RocAuc = "ROC AUC";
    public const string AveragePrecision = "average precision";
    public const string Perplexity = "perplexity";
    public const string MeanAbsoluteError = "mean absolute error";
    public const string RootMeanSquaredError = "root mean squared error";
    public const string RSquared = "R²";

    public static string LossOf(string phase) => $"{phase} loss";

    public static string TopK(int k) => string.Create(CultureInfo.InvariantCulture, $"top-{k} accuracy");
}
