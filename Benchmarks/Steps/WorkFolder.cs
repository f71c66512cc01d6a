namespace NeuralDsl.Benchmarks;

/// <summary>A folder that ends with the benchmark.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("neuraldsl-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
