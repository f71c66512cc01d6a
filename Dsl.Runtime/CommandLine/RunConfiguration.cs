using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralDsl;

/// <summary>What decides a training's model and rows, kept beside its weights: evaluating and resuming must make the same ones.</summary>
/// <param name="Model">The model's class name.</param>
/// <param name="Hypers">The hyper-parameters that differ from their defaults.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Data">The file or folder of the data; null for the declared one.</param>
/// <param name="Epochs">How often every row is seen; null for the model's.</param>
/// <param name="BatchSize">Rows in a batch; null for the model's.</param>
/// <param name="Rows">The most rows to learn from; null for all.</param>
/// <param name="TestRows">The most rows to test on; null for all.</param>
internal sealed record RunConfiguration(
    string Model, IReadOnlyDictionary<string, double> Hypers, int Seed, string? Data, int? Epochs = null, int? BatchSize = null, int? Rows = null, int? TestRows = null)
{
    /// <summary>The rows of the run.</summary>
    public DataParts<TBatch> Load<TBatch>(DataSource<TBatch> source) where TBatch : struct, IBatch<TBatch>
    {
        var data = source.Load(Seed, Data);
        return Rows is null && TestRows is null ? data : data.Take(Rows, TestRows);
    }

    /// <summary>The file of the weights that the training begins with; null for new ones.</summary>
    public string? Weights { get; init; }

    /// <summary>Patterns of the parameters that are not trained; null for none but the model's.</summary>
    public string? Freeze { get; init; }

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, RunConfigurationJson.Default.RunConfiguration) + "\n");

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="CheckpointException">The file is not there, is none of these, or is of another model.</exception>
    public static RunConfiguration Load(string path, string model)
    {
        if (!File.Exists(path))
            throw new CheckpointException(path, "there is no such file, so its folder is no run.", "Name the folder of a run with --run.");
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllText(path), RunConfigurationJson.Default.RunConfiguration);
            if (read?.Hypers is not null && read.Model == model)
                return read;
            throw new CheckpointException(path, read is { Model: { } other } ? $"this is the configuration of a training of {other}, not of {model}." : "this is no configuration of a training.", "Name the folder of a run with --run.");
        }
        catch (JsonException error)
        {
            throw new CheckpointException(path, $"this is no configuration of a training: it is no JSON at line {error.LineNumber + 1}.", "Name the folder of a run with --run.", error);
        }
    }
}

/// <summary>Reads and writes configurations without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunConfiguration))]
internal sealed partial class RunConfigurationJson : JsonSerializerContext;
