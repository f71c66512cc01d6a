using NeuralDsl.Declaration;
using NeuralDsl.Graph;
using NeuralDsl.Operators;

namespace NeuralDsl.Emission;

/// <content>The declaration as an object: how the model is made, its data, and how it is trained.</content>
internal sealed partial class ModelEmitter
{
    private const string Dsl = "global::NeuralDsl.";

    private void WriteDefinition()
    {
        if (!surface.IsTrainable)
            return;
        var name = surface.Type.Name;
        var arguments = surface.Hypers.Select(hyper =>
            $"{CSharp.Identifier(hyper.Name)}: values.Get({CSharp.Text(hyper.Name)}, {HyperDefault(hyper)}{(hyper.Size is null ? "d" : "L")})");
        string[] lines = model is null ? [] : [.. DefinitionLines()];

        writer.Summary("The declaration as an object: what a command line, a search or a server makes, trains and describes the model with.");
        writer.Line($"public static {Dsl}ModelDefinition<{CSharp.Identifier(name)}, Batch> Definition {{ get; }} = new(Architecture, {(surface.Hypers.Count == 0 ? "_" : "values")} => new {CSharp.Identifier(name)}({string.Join(", ", arguments)})){(lines.Length == 0 ? ";" : "")}");
        if (lines.Length > 0)
        {
            writer.Line("{");
            foreach (var line in lines)
                writer.Line($"    {line},");
            writer.Line("};");
        }
        writer.Line();
        if (TrainingLines().Any() && model is not null)
        {
            writer.Line($"{Dsl}TrainingDefaults {ModelSurface.Trainable}.Training => Definition.Training;");
            writer.Line();
        }
    }

    /// <summary>What differs from the defaults of a definition.</summary>
    private IEnumerable<string> DefinitionLines()
    {
        var settings = surface.Settings;
        if (surface.Type.Summary.Length > 0)
            yield return $"Summary = {CSharp.Text(surface.Type.Summary)}";
        if (surface.Hypers.Count > 0)
            yield return $"Hypers = [{string.Join(", ", surface.Hypers.Select(hyper => $"new({CSharp.Text(hyper.Name)}, {HyperDefault(hyper)}, {CSharp.Flag(hyper.Size is not null)})"))}]";
        if (settings.Data is { } data)
            yield return $"Data = {DataSourceText.Of(data, "Batch")}";
        if (TrainingLines().ToArray() is { Length: > 0 } training)
            yield return $"Training = new() {{ {string.Join(", ", training)} }}";
        if (settings.Searches.Count > 0)
            yield return $"Search = [{string.Join(", ", settings.Searches.Select(SearchText))}]";
    }

    private IEnumerable<string> TrainingLines()
    {
        var settings = surface.Settings;
        foreach (var argument in settings.Training)
            yield return $"{argument.Name} = {CSharp.Literal(argument.Value, Dsl)}";
        if (settings.Metrics is not { } metrics)
            yield break;
        yield return $"Metrics = [{string.Join(", ", metrics.Names.Select(metric => $"{Dsl}Metric.{metric}"))}]";
        if (metrics.TopK != GraphMetrics.DefaultTopK)
            yield return $"TopK = {CSharp.Number(metrics.TopK)}";
    }

    private static string SearchText(GraphSearch search)
    {
        var values = $"[{string.Join(", ", search.Values.Select(CSharp.Number))}]";
        var range = search.Values.Count > 0 ? "" : $", {CSharp.Number(search.From)}, {CSharp.Number(search.To)}{(search.IsLog ? ", Log: true" : "")}";
        return $"new({CSharp.Text(search.Name)}, {values}{range})";
    }
}
