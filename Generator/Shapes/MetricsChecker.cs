using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;

namespace NeuralDsl.Shapes;

/// <summary>Compares the declared metrics with what the first loss judges; of phases, with what that of any of them does.</summary>
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
        TypedLoss[] losses = [.. model.Phases.Select(phase => phase.Losses[0])];
        for (var i = 0; i < metrics.Names.Count; i++)
        {
            var measured = Measured[metrics.Names[i]];
            if (!losses.Any(loss => measured.Contains(Judged(loss))))
                faults.Add(new(Rules.UnfitMetric, new(metrics.Attribute, "metrics", Element: i), metrics.Names[i], string.Join(" or ", measured), losses[0].Operator, Judged(losses[0])));
        }
        if (metrics.Names.Contains("TopK") && losses.FirstOrDefault(loss => Judged(loss) == Classes) is { } judge
            && judge.Signature.Prediction.Shape[judge.Signature.ClassAxis].Constant is { } classes && metrics.TopK > classes)
        {
            faults.Add(new(Rules.InvalidArgument, new(metrics.Attribute, "TopK"), "TopK", "Metrics", $"at most {classes}, the classes of {judge.Operator},", $"{metrics.TopK}"));
        }
    }

    private static string Judged(TypedLoss loss) => loss.Loss.Task switch
    {
        "Classification" or "ClassProbabilities" => Classes,
        "BinaryLogits" or "BinaryProbabilities" => Labels,
        "Regression" => Numbers,
        _ => "something that no metric is known for",
    };
}
