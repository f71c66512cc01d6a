using System.Collections.Immutable;
using System.Diagnostics;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Looks for the hyper-parameters and optimizer settings with which a model learns best, in the ranges of its <c>[Search]</c>.</summary>
public static class ModelSearch
{
    /// <summary>Searches.</summary>
    /// <param name="definition">The model: <c>DigitsCnn.Definition</c>.</param>
    /// <param name="train">The rows to learn from, of which a share is kept to compare trials on.</param>
    /// <param name="options">How many trials, how long, which method; the defaults where it is null.</param>
    /// <returns>The trials. A point that the model's constructor refuses is among them with what it says, and is never trained.</returns>
    /// <exception cref="ArgumentException">The model declares no range.</exception>
    public static SearchReport Run<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition, DataSet<TBatch> train, SearchOptions? options = null)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(train);
        options ??= new();
        if (definition.Search.IsEmpty)
            throw new ArgumentException($"{definition.Name} declares nothing to search: give the class [Search(\"LearningRate\", From = 1e-4, To = 1e-1, Log = true)] or the like.");
        var watch = Stopwatch.StartNew();
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("search-").FullName;
        try
        {
            var (fit, validation) = train.Split(1 - options.Validation, options.Seed);
            using (fit)
            using (validation)
            {
                var trials = new SearchTrials<TModel, TBatch>(definition, fit, validation, options, folder).Run();
                var report = new SearchReport(definition.Name, trials, null, watch.Elapsed);
                return report with { Weights = options.Folder is not null && report.Best is { } best ? SearchTrials<TModel, TBatch>.WeightsOf(folder, best.Number) : null };
            }
        }
        finally
        {
            if (options.Folder is null)
                Directory.Delete(folder, recursive: true);
        }
    }
}
