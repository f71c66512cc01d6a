using System.CommandLine;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary><c>train MODEL</c>: trains a model on its data and keeps weights, checkpoints, history and report.</summary>
internal sealed class TrainCommand : IModelVisitor<int>
{
    public int? Epochs { get; init; }

    public int? BatchSize { get; init; }

    public required RunConfiguration Configuration { get; init; }

    public required RunFolder Folder { get; init; }

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
        var runs = CommonOptions.Runs();
        var resume = new Option<bool>("--resume") { Description = "Goes on with the newest run, or with that of --run, where its last checkpoint is." };
        var run = CommonOptions.Run();
        var device = CommonOptions.Device();
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Prints the result only." };
        var command = new Command("train", "Trains a model and keeps its weights, checkpoints, history and a report.")
        {
            model, epochs, batchSize, seed, data, hypers, resume, run, runs, device, quiet,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(resume))
                return;
            foreach (var option in new Option[] { seed, data, hypers })
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
            return definition.Accept(new TrainCommand
            {
                Epochs = parsed.GetValue(epochs),
                BatchSize = parsed.GetValue(batchSize),
                Configuration = isResumed
                    ? RunConfiguration.Load(folder!.Configuration, definition.Name)
                    : new(definition.Name, (parsed.GetValue(hypers) ?? new()).ToDictionary(), parsed.GetValue(seed), parsed.GetValue(data)),
                Folder = folder ?? RunFolder.Create(root, definition.Name),
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
        using var data = source.Load(Configuration.Seed, Configuration.Data);
        // With it, the compiler checks the model against data that it cannot read.
        source.WriteManifest(Configuration.Data);
        random.manual_seed(Configuration.Seed);
        using var model = definition.Create(new(Configuration.Hypers));
        if (Device is not null)
            model.to(Device);
        Directory.CreateDirectory(Folder.Path);
        Configuration.Save(Folder.Configuration);
        if (!IsQuiet)
            Print($"{definition.Name}: {model.Architecture.ParameterCount:N0} parameters, {data.Train.Count:N0} rows to learn from, {data.Test.Count:N0} to test on");

        using var interruption = new Interruption();
        var report = model.Fit(data.Train, new()
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            Seed = Configuration.Seed,
            Validation = data.Test,
            Checkpoint = new(Folder.Checkpoints),
            Resume = IsResumed ? Folder.Checkpoints : null,
            Progress = IsQuiet ? FitProgress.None : FitProgress.Auto,
            CancellationToken = interruption.Token,
        });
        var isInterrupted = report.StoppedBy == StopReason.Cancellation;
        if (isInterrupted)
            Print($"interrupted; 'train {definition.Name} --resume --run {Folder.Path}' goes on");
        if (report.Epochs.IsEmpty)
            return ModelCommandLine.Interrupted;
        report = report with { Classes = data.Classes };
        model.Save(Folder.Weights);
        report.SaveHtml(Folder.Report);
        report.SaveCsv(Folder.History);
        report.SaveTensorBoard(Folder.Events);
        Print($"test {report.Final} after {report.Duration.TotalSeconds:0.00} s");
        if (!IsQuiet)
            Print($"{Folder.Report} shows how it went; {Path.GetFileName(Folder.Weights)} beside it has the weights");
        return isInterrupted ? ModelCommandLine.Interrupted : ModelCommandLine.Done;
    }

    private void Print(FormattableString line) => Output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
