using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A model with the weights of a run, and the data as that run had them: parted by its seed, its vocabulary and scales learned from its rows.</summary>
internal sealed record TrainedModel<TModel, TBatch>(TModel Model, DataParts<TBatch> Data) : IDisposable
    where TModel : nn.Module, ITrainable<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    public void Dispose()
    {
        Model.Dispose();
        Data.Dispose();
    }
}

/// <summary>Reads what a run left.</summary>
internal static class TrainedModel
{
    public static TrainedModel<TModel, TBatch> Load<TModel, TBatch>(ModelDefinition<TModel, TBatch> definition, RunFolder folder, Device? device)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        var configuration = RunConfiguration.Load(folder.Configuration, definition.Name);
        var model = definition.Create(new(configuration.Hypers));
        try
        {
            model.Load(folder.Weights);
            if (device is not null)
                model.to(device);
            return new(model, configuration.Load(definition.DataOrThrow()));
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }
}
