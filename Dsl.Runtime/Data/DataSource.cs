namespace NeuralDsl;

/// <summary>The rows that a declaration names: a file or a folder, how its columns fill a batch, and which part is kept for testing.</summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public abstract class DataSource<TBatch> where TBatch : struct, IBatch<TBatch>
{
    private protected DataSource(string path) => Path = path;

    /// <summary>The declared file or folder. A relative path is looked for beside the program, then in the working directory.</summary>
    public string Path { get; }

    /// <summary>A file or folder of its own with the rows to test on; null, the default, for a part of the rows.</summary>
    public string? Test { get; init; }

    /// <summary>The share of the rows that is kept for testing where <see cref="Test"/> names none. Default 0.2.</summary>
    public double Holdout { get; init; } = 0.2;

    /// <summary>Whether both parts have the same share of every class. Default: no.</summary>
    public bool Stratify { get; init; }

    /// <summary>Whether every feature is brought to mean 0 and deviation 1, by what the training rows alone say. Default: no.</summary>
    public bool Standardize { get; init; }

    /// <summary>Reads the rows, parts them and standardizes them as declared.</summary>
    /// <param name="seed">Decides which rows are kept for testing.</param>
    /// <param name="path">Another file or folder of the same kind; null for the declared one.</param>
    public abstract DataParts<TBatch> Load(int seed = 0, string? path = null);
}
