using System.Collections.Immutable;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Saves and loads the weights of models: parameters and persistent buffers, under PyTorch's names of them.</summary>
public static class Weights
{
    /// <summary>
    /// Writes the weights to a safetensors file, in one piece. In Python, <c>safetensors.torch.load_file</c> reads it and <c>load_state_dict</c> takes
    /// what it gives.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(this nn.Module model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        SafetensorsFile.Write(path, model.state_dict(), new Dictionary<string, string> { ["format"] = "pt" });
    }

    /// <summary>Reads the weights of a safetensors file or of a checkpoint. Dtypes and devices stay the model's.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file.</param>
    /// <param name="strict">Whether names and shapes must be the model's; otherwise what fits is loaded.</param>
    /// <returns>What was not loaded.</returns>
    /// <exception cref="CheckpointException">
    /// The file is truncated, corrupt or no such file; or names or shapes differ and <paramref name="strict"/> is set: then no weight has changed.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WeightDifferences Load(this nn.Module model, string path, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var file = SafetensorsFile.Open(path);
        file.Verify();
        return model.Load(file, strict);
    }

    internal static WeightDifferences Load(this nn.Module model, SafetensorsFile file, bool strict)
    {
        var weights = model.state_dict();
        var differences = Compare(weights, file);
        if (strict && !differences.IsEmpty)
        {
            throw new CheckpointException(
                file.Path,
                $"the weights are not those of {model.GetName()}:{Environment.NewLine}{differences}{Environment.NewLine}",
                "Load them into the model that they are of, or pass strict: false to load what fits.");
        }
        foreach (var (name, weight) in weights)
        {
            if (file.Entries.TryGetValue(name, out var entry) && entry.Shape.AsSpan().SequenceEqual(weight.shape))
                file.ReadInto(name, weight);
        }
        return differences;
    }

    private static WeightDifferences Compare(Dictionary<string, Tensor> weights, SafetensorsFile file) => new(
        [.. weights.Keys.Where(name => !file.Entries.ContainsKey(name))],
        [.. file.Entries.Keys.Where(name => !weights.ContainsKey(name) && !Checkpoint.IsState(name)).Order(StringComparer.Ordinal)],
        [
            .. from weight in weights
               let entry = file.Entries.GetValueOrDefault(weight.Key)
               where entry is not null && !entry.Shape.AsSpan().SequenceEqual(weight.Value.shape)
               select $"{weight.Key}, [{string.Join(',', entry.Shape)}] in the file and [{string.Join(',', weight.Value.shape)}] in the model",
        ]);
}
