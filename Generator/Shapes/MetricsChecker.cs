using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;

namespace NeuralDsl.Shapes;

/// <summary>Compares the declared metrics with what the first loss judges.</summary>
internal sealed class MetricsChecker(ModelGraph graph, TypedModel model, List<Fault> faults)
{
    private const string Classes = "classes";
    private const string Labels = "labels";
    private const string Numbers = "real numbers";

    private static readonly Dictionary<string, string[]> Measured = new()
    {
        ["Accuracy"] = [Classes, Labels],
        ["TopK"] = [Classes],
        ["Precision"] = [Classes, Labels],
        ["Recall"] = [Classes, Labels],
        ["F1"] = [Classes, Labels],
        ["MicroF1"] = [Classes, Labels],
        ["RocAuc"] = [Classes, Labels],
        ["AveragePrecision"] = [Classes, Labels],
        ["Perplexity"] = [Classes],
        ["MeanAbsoluteError"] = [Numbers],
        ["RootMeanSquaredError"] = [Numbers],
        ["RSquared"] = [Numbers],
    };

    public void Check()
    {
        if (graph.Settings.Metrics is not { } metrics || model.Losses.Count == 0)
            return;
        var loss = model.Losses[0];
        var judged = loss.Loss.Task switch
        {
            "Classification" or "ClassProbabilities" => Classes,
            "BinaryLogits" or "BinaryProbabilities" => Labels,
            "Regression" => Numbers,
            _ => "something that no metric is known for",
        };
        for (var i = 0; i < metrics.Names.Count; i++)
        {
            var measured = Measured[metrics.Names[i]];
            if (!measured.Contains(judged))
                faults.Add(new(Rules.UnfitMetric, new(metrics.Attribute, "metrics", Element: i), metrics.Names[i], string.Join(" or ", measured), loss.Operator, judged));
        }
        if (metrics.Names.Contains("TopK") && judged == Classes && loss.Signature.Prediction.Shape[loss.Signature.ClassAxis].Constant is { } classes && metrics.TopK > classes)
            faults.Add(new(Rules.InvalidArgument, new(metrics.Attribute, "TopK"), "TopK", "Metrics", $"at most {classes}, the classes of {loss.Operator},", $"{metrics.TopK}"));
    }
}
