using System.CommandLine;
using System.Globalization;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary><c>search MODEL</c>: looks for better hyper-parameters in the declared ranges.</summary>
internal sealed class SearchCommand : IModelVisitor<int>
{
    public required SearchOptions Options { get; init; }

    public required string Root { get; init; }

    public string? Data { get; init; }

    public bool IsQuiet { get; init; }

    public required TextWriter Output { get; init; }

    public static Command Create(ModelDefinition[] models)
    {
        var model = ModelArgument.Create(models);
        var trials = CommonOptions.AtLeastOne("--trials", "How many points are tried; default: 20.");
        var epochs = CommonOptions.AtLeastOne("--epochs", "The most epochs of a trial; default: the model's.");
        var method = new Option<SearchMethod>("--method") { Description = "Halving gives few epochs to all trials and more to the best; Random gives all to all." };
        var seed = CommonOptions.Seed();
        var data = CommonOptions.Data("Another file or folder than the declared one.");
        var runs = CommonOptions.Runs();
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Prints the table only." };
        var command = new Command("search", "Looks for the hyper-parameters with which a model learns best.") { model, trials, epochs, method, seed, data, runs, quiet };
        command.SetAction(parsed =>
        {
            var options = new SearchOptions { Epochs = parsed.GetValue(epochs), Method = parsed.GetValue(method), Seed = parsed.GetValue(seed) };
            return parsed.GetRequiredValue(model).Accept(new SearchCommand
            {
                Options = parsed.GetValue(trials) is { } count ? options with { Trials = count } : options,
                Root = parsed.GetRequiredValue(runs),
                Data = parsed.GetValue(data),
                IsQuiet = parsed.GetValue(quiet),
                Output = parsed.InvocationConfiguration.Output,
            });
        });
        return command;
    }

    public int Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        using var data = definition.DataOrThrow().Load(Options.Seed, Data);
        using var interruption = new Interruption();
        var folder = Path.Combine(Root, definition.Name, "search");
        var report = ModelSearch.Run(definition, data.Train, Options with { Folder = folder, CancellationToken = interruption.Token, OnTrial = IsQuiet ? null : Print });
        Output.WriteLine(report);
        if (report is not { Best: { } best, Weights: { } weights })
            return interruption.Token.IsCancellationRequested ? ModelCommandLine.Interrupted : ModelCommandLine.Failed;

        // A run like any other, so that 'evaluate' and 'predict' can take it.
        var run = new RunFolder(Path.Combine(folder, "best"));
        Directory.CreateDirectory(run.Path);
        new RunConfiguration(definition.Name, best.Values.Of(definition).ToDictionary(), Options.Seed, Data).Save(run.Configuration);
        File.Copy(weights, run.Weights, overwrite: true);
        using var trained = TrainedModel.Load(definition, run, null);
        Output.WriteLine($"trial {best.Number.ToString(CultureInfo.InvariantCulture)} on the rows kept for testing: {trained.Model.Evaluate(trained.Data.Test)}");
        Output.WriteLine($"its weights: {run.Weights}");
        return interruption.Token.IsCancellationRequested ? ModelCommandLine.Interrupted : ModelCommandLine.Done;
    }

    private void Print(SearchTrial trial) => Output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"trial {trial.Number}: {trial.Values}; {(trial.IsRefused ? "refused" : $"epoch {trial.Epochs}")}: {trial.Problem ?? trial.Validation?.ToString()}"));
}
