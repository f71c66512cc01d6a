using System.CommandLine;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary><c>predict MODEL</c>: a line of CSV for every row.</summary>
internal sealed class PredictCommand : IModelVisitor<int>
{
    private const int BatchSize = 256;

    public required RunFolder Folder { get; init; }

    public string? Data { get; init; }

    public Device? Device { get; init; }

    /// <summary>The file; null for the terminal.</summary>
    public string? File { get; init; }

    public required TextWriter Terminal { get; init; }

    public static Command Create(ModelDefinition[] models)
    {
        var model = ModelArgument.Create(models);
        var runs = CommonOptions.Runs();
        var run = CommonOptions.Run();
        var data = CommonOptions.Data("The rows, which need no target; default: those kept for testing.");
        var output = new Option<string?>("--output", "-o") { Description = "The CSV file; default: the terminal.", HelpName = "FILE" };
        var device = CommonOptions.Device();
        var command = new Command("predict", "Writes what a trained model says of every row, as CSV.") { model, data, output, run, runs, device };
        command.SetAction(parsed =>
        {
            var definition = parsed.GetRequiredValue(model);
            return definition.Accept(new PredictCommand
            {
                Folder = RunFolder.Find(parsed.GetValue(run), parsed.GetRequiredValue(runs), definition.Name),
                Data = parsed.GetValue(data),
                Device = parsed.GetValue(device),
                File = parsed.GetValue(output),
                Terminal = parsed.InvocationConfiguration.Output,
            });
        });
        return command;
    }

    public int Visit<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        using var trained = TrainedModel.Load(definition, Folder, Device);
        using var other = Data is null ? null : trained.Data.ReadInputs(Data);
        var model = trained.Model;
        // Of several phases the last one is what the others are for.
        var phase = model.Phases[^1];
        // Opened when all else is known to be right: a fault leaves the file of an earlier prediction alone.
        using var file = File is null ? null : new StreamWriter(File) { NewLine = "\n" };
        var table = new PredictionTable(model.Architecture.FirstLossOf(phase.Name), trained.Data.Classes, file ?? Terminal);
        model.eval();
        using var withoutGradients = no_grad();
        foreach (var batch in Placement.Of(model).Place((other ?? trained.Data.Test).Batches(BatchSize)))
        {
            using var loss = phase.Loss(batch, out var prediction);
            using (prediction)
                table.Write(prediction);
        }
        return ModelCommandLine.Done;
    }
}
