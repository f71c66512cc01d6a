using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary><c>train MODEL</c>: trains a model on its data and keeps weights, checkpoints, history and report.</summary>
internal sealed class TrainCommand : IModelVisitor<int>
{
    /// <summary>How many weights a line names of each kind.</summary>
    private const int MostNamed = 4;

    public required RunConfiguration Configuration { get; init; }

    /// <summary>The folder of all runs.</summary>
    public required string Root { get; init; }

    /// <summary>The run's folder; null for a new one.</summary>
    public RunFolder? Folder { get; init; }

    public bool IsResumed { get; init; }

    public bool IsQuiet { get; init; }

    public Device? Device { get; init; }

    public required TextWriter Output { get; init; }

    public static Command Create(ModelDefinition[] models)
    {
        var model = ModelArgument.Create(models);
        var epochs = CommonOptions.AtLeastOne("--epochs", "How often every row is seen; default: the model's.");
        var batchSize = CommonOptions.AtLeastOne("--batch-size", "Rows in a batch; default: the model's.");
        var seed = CommonOptions.Seed();
        var data = CommonOptions.Data("Another file or folder than the declared one.");
        var hypers = NumbersOption.Create("--hyper", "A hyper-parameter, such as d=64; may be repeated.");
        var rows = CommonOptions.AtLeastOne("--rows", "How many of the rows to learn from are taken, the first ones; default: all.");
        var weights = new Option<string?>("--weights") { Description = "A file of weights to begin with, of this model or of another: those of the same name and shape are taken.", HelpName = "FILE" };
        var freeze = new Option<string?>("--freeze") { Description = "Parameters that are not trained, by patterns of their names such as \"bert.*\", with commas between.", HelpName = "PATTERNS" };
        var small = new Option<bool>("--small") { Description = "Trains in small, for a second or two: few rows and epochs, and the small sizes that the model has for it." };
        var runs = CommonOptions.Runs();
        var resume = new Option<bool>("--resume") { Description = "Goes on with the newest run, or with that of --run, where its last checkpoint is, or at the beginning where it has none." };
        var run = CommonOptions.Run();
        var device = CommonOptions.Device();
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Prints the result only." };
        var command = new Command("train", "Trains a model and keeps its weights, checkpoints, history and a report.")
        {
            model, epochs, batchSize, seed, data, rows, hypers, weights, freeze, small, resume, run, runs, device, quiet,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(resume))
                return;
            foreach (var option in new Option[] { batchSize, seed, data, rows, hypers, weights, freeze, small })
            {
                if (result.GetResult(option) is { Implicit: false })
                    result.AddError($"{option.Name} has no place beside --resume: the run goes on as it began.");
            }
        });
        command.SetAction(parsed =>
        {
            var definition = parsed.GetRequiredValue(model);
            var root = parsed.GetRequiredValue(runs);
            var isResumed = parsed.GetValue(resume);
            var folder = parsed.GetValue(run) is { } path ? new RunFolder(path) : isResumed ? RunFolder.Latest(root, definition.Name) : null;
            var values = parsed.GetValue(hypers) ?? new();
            if (values.FaultFor(definition) is { } fault)
                throw new UsageException(fault);
            var configuration = isResumed
                ? RunConfiguration.Load(folder!.Configuration, definition.Name)
                : new(definition.Name, values.ToDictionary(), parsed.GetValue(seed), parsed.GetValue(data), BatchSize: parsed.GetValue(batchSize), Rows: parsed.GetValue(rows))
                {
                    Weights = parsed.GetValue(weights),
                    Freeze = parsed.GetValue(freeze),
                };
            if (parsed.GetValue(small))
            {
                configuration = configuration with
                {
                    Hypers = values.Over(definition.Small.Hypers).ToDictionary(),
                    Epochs = definition.Small.Epochs,
                    Rows = configuration.Rows ?? definition.Small.Rows,
                    TestRows = definition.Small.Rows,
                };
            }
            return definition.Accept(new TrainCommand
            {
                Configuration = configuration with { Epochs = parsed.GetValue(epochs) ?? configuration.Epochs },
                Root = root,
                Folder = folder,
                IsResumed = isResumed,
                IsQuiet = parsed.GetValue(quiet),
                Device = parsed.GetValue(device),
                Output = parsed.InvocationConfiguration.Output,
            });
        });
        return command;
    }

    public int Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        var source = definition.DataOrThrow();
        using var data = Configuration.Load(source);
        // With it, the compiler checks the model against data that it cannot read.
        source.WriteManifest(Configuration.Data);
        random.manual_seed(Configuration.Seed);
        using var model = definition.Create(new(Configuration.Hypers));
        var taken = Configuration.Weights is { } weights ? TakeWeights(model, weights) : null;
        Freeze(model);
        if (Device is not null)
            model.to(Device);
        // Only now, so that a command that cannot train leaves no folder behind.
        var folder = Folder ?? RunFolder.Create(Root, definition.Name);
        if (!IsResumed && File.Exists(folder.Configuration))
            throw new CheckpointException(folder.Path, "the folder has a run already.", "Go on with it by --resume, or name another folder.");
        Directory.CreateDirectory(folder.Path);
        Configuration.Save(folder.Configuration);
        using var interruption = new Interruption();
        if (!IsQuiet)
            Print($"{definition.Name}: {model.parameters().Sum(parameter => parameter.numel()):N0} parameters, {data.Train.Count:N0} rows to learn from, {data.Test.Count:N0} to test on");
        if (taken is not null && !IsQuiet)
            Output.WriteLine(taken);

        var report = model.Fit(data.Train, new()
        {
            Epochs = Configuration.Epochs,
            BatchSize = Configuration.BatchSize,
            Seed = Configuration.Seed,
            Validation = data.Test,
            Checkpoint = new(folder.Checkpoints),
            Resume = IsResumed && new CheckpointFolder(folder.Checkpoints).All().Count > 0 ? folder.Checkpoints : null,
            Progress = IsQuiet ? FitProgress.None : FitProgress.Auto,
            CancellationToken = interruption.Token,
        });
        var isInterrupted = report.StoppedBy == StopReason.Cancellation;
        if (isInterrupted)
            Print($"interrupted; 'train {definition.Name} --resume --run {folder.Path}' goes on");
        if (report.Epochs.IsEmpty)
            return ModelCommandLine.Interrupted;
        report = report with { Classes = data.Classes };
        model.Save(folder.Weights);
        report.SaveHtml(folder.Report);
        report.SaveCsv(folder.History);
        report.SaveTensorBoard(folder.Events);
        // Not the last epoch's figures: the weights may be those of an earlier one, or of a part of an epoch.
        Print($"test {model.Evaluate(data.Test)} after {report.Duration.TotalSeconds:0.00} s");
        if (!isInterrupted && definition.Finish is { } finish)
        {
            model.eval();
            finish(model, new(Output, folder.Path, data, report, Configuration.Seed));
        }
        if (!IsQuiet)
            Print($"{folder.Report} shows how it went; {Path.GetFileName(folder.Weights)} beside it has the weights");
        return isInterrupted ? ModelCommandLine.Interrupted : ModelCommandLine.Done;
    }

    /// <summary>Begins with the weights of a file that have a name and a shape of the model's.</summary>
    /// <returns>What was taken, and what was not, in a line.</returns>
    private static string TakeWeights(nn.Module model, string path)
    {
        var differences = model.Load(path, strict: false);
        var all = model.state_dict().Count;
        var count = all - differences.Missing.Length - differences.Mismatched.Length;
        if (count == 0)
            throw new CheckpointException(path, $"no weight of it has a name and a shape of {model.GetName()}'s.", "Name the weights of a model that shares layers with it.");
        static string List(string what, ImmutableArray<string> names) =>
            names.IsEmpty ? "" : $"; {what}: {string.Join(", ", names.Take(MostNamed))}{(names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "")}";
        return $"{count} of {all} weights are those of {path}{List("new", differences.Missing)}{List("of another shape", differences.Mismatched)}{List("not taken", differences.Unexpected)}";
    }

    private void Freeze(nn.Module model)
    {
        if (Configuration.Freeze is not { } patterns)
            return;
        try
        {
            model.Freeze(patterns);
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"--freeze: {fault.Message}");
        }
        if (model.parameters().All(parameter => !parameter.requires_grad))
            throw new UsageException($"--freeze: '{patterns}' leaves nothing to train.");
    }

    private void Print(FormattableString line) => Output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
