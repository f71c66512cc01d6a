using System.Text.Json;

namespace NeuralDsl.Benchmarks;

/// <summary>What a contestant's process is told at its start, in a file.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Hypers">Hyper-parameters that differ from the sample's.</param>
/// <param name="CheckedHypers">Those with which agreement is checked.</param>
/// <param name="Inputs">How many of a batch's tensors are inputs.</param>
/// <param name="Folder">Where weights and batches are.</param>
internal sealed record StepSpec(string Sample, Dictionary<string, double> Hypers, Dictionary<string, double> CheckedHypers, int Inputs, string Folder)
{
    public const string WeightsFile = "weights.bin", BatchesFile = "batches.bin";

    /// <summary>The file.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "spec.json");

    public static StepSpec Load(string path) => JsonSerializer.Deserialize<StepSpec>(File.ReadAllText(path))!;

    public void Save() => File.WriteAllText(PathIn(Folder), JsonSerializer.Serialize(this));
}
