using System.CommandLine;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary><c>evaluate MODEL</c>: measures trained weights on the rows kept for testing, or on others.</summary>
internal sealed class EvaluateCommand : IModelVisitor<int>
{
    public required RunFolder Folder { get; init; }

    public string? Data { get; init; }

    public Device? Device { get; init; }

    public required TextWriter Output { get; init; }

    public static Command Create(ModelDefinition[] models)
    {
        var model = ModelArgument.Create(models);
        var runs = CommonOptions.Runs();
        var run = CommonOptions.Run();
        var data = CommonOptions.Data("Rows of another file or folder than those kept for testing.");
        var device = CommonOptions.Device();
        var command = new Command("evaluate", "Measures trained weights on rows that training did not see.") { model, data, run, runs, device };
        command.SetAction(parsed =>
        {
            var definition = parsed.GetRequiredValue(model);
            return definition.Accept(new EvaluateCommand
            {
                Folder = RunFolder.Find(parsed.GetValue(run), parsed.GetRequiredValue(runs), definition.Name),
                Data = parsed.GetValue(data),
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
        using var trained = TrainedModel.Load(definition, Folder, Device);
        using var other = Data is null ? null : trained.Data.Read(Data);
        Output.WriteLine(trained.Model.Evaluate(other ?? trained.Data.Test));
        return ModelCommandLine.Done;
    }
}
