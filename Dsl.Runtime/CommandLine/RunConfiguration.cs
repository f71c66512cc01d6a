using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralDsl;

/// <summary>What decides a training's model and rows, kept beside its weights: evaluating and resuming must make the same ones.</summary>
/// <param name="Model">The model's class name.</param>
/// <param name="Hypers">The hyper-parameters that differ from their defaults.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Data">The file or folder of the data; null for the declared one.</param>
internal sealed record RunConfiguration(string Model, IReadOnlyDictionary<string, double> Hypers, int Seed, string? Data)
{
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, RunConfigurationJson.Default.RunConfiguration) + "\n");

    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="CheckpointException">The file is none of these, or of another model.</exception>
    public static RunConfiguration Load(string path, string model)
    {
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
