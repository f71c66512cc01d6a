using NeuralDsl.Data;

namespace NeuralDsl;

/// <summary>Rows that a program makes itself.</summary>
/// <param name="load">Makes them from a seed.</param>
internal sealed class GeneratedSource<TBatch>(Func<int, DataParts<TBatch>> load) : DataSource<TBatch>("generated") where TBatch : struct, IBatch<TBatch>
{
    private protected override DataParts<TBatch> Read(string path, string? test, int seed) => path == Path
        ? load(seed)
        : throw new NotSupportedException("The program makes the rows of this model itself: there is no other file to take.");

    private protected override DataManifest? Describe(string path) => null;
}

/// <summary>Makes data sources of code.</summary>
public static class DataSource
{
    /// <summary>A source whose rows a program makes itself, or reads from what no attribute knows.</summary>
    /// <param name="load">Makes the rows to learn from and to test on; the same seed gives the same rows. Whoever loads them disposes them.</param>
    /// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
    public static DataSource<TBatch> Of<TBatch>(Func<int, DataParts<TBatch>> load) where TBatch : struct, IBatch<TBatch>
    {
        ArgumentNullException.ThrowIfNull(load);
        return new GeneratedSource<TBatch>(load);
    }
}
