using NeuralDsl.Data;

namespace NeuralDsl;

/// <summary>The rows that a declaration names: a file or a folder, how its columns fill a batch, and which part is kept for testing.</summary>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public abstract class DataSource<TBatch> where TBatch : struct, IBatch<TBatch>
{
    private protected DataSource(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
    }

    /// <summary>The declared file or folder. A relative path is looked for beside the program, then in the working directory.</summary>
    public string Path { get; }

    /// <summary>A file or folder of its own with the rows to test on; null, the default, for a part of the rows.</summary>
    public string? Test { get; init; }

    /// <summary>The share of the rows that is kept for testing where <see cref="Test"/> names none, between 0 and 1. Default 0.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 0 and 1.</exception>
    public double Holdout
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Holdout), value, "Holdout is between 0 and 1.");
    } = 0.2;

    /// <summary>Whether both parts have the same share of every class. Default: no.</summary>
    public bool Stratify { get; init; }

    /// <summary>Whether every feature is brought to mean 0 and deviation 1, by what the training rows alone say. Default: no.</summary>
    public bool Standardize { get; init; }

    /// <summary>Reads the rows, parts them and standardizes them as declared.</summary>
    /// <param name="seed">Decides which rows are kept for testing.</param>
    /// <param name="path">Another file or folder of the same kind; null for the declared one. A declared <see cref="Test"/> stays.</param>
    /// <returns>Rows that nothing forbids to train on; the caller disposes them.</returns>
    /// <exception cref="DataException">The data cannot be read, do not fit the model, or cannot be learned from.</exception>
    /// <exception cref="NotSupportedException">The model has other inputs or targets than data of this kind fill.</exception>
    public DataParts<TBatch> Load(int seed = 0, string? path = null)
    {
        var file = path ?? DataFile.Find(Path);
        var parts = Read(file, Test is { } test ? DataFile.Find(test) : null, seed);
        try
        {
            DataCheck.ThrowIfUnusable(parts.Train, file);
            DataCheck.ThrowIfUnusable(parts.Test, Test ?? file);
            if (!Standardize)
                return parts;
            var standardizer = Standardizer.Fit(parts.Train);
            using var raw = parts;
            return parts with
            {
                Train = standardizer.Apply(parts.Train),
                Test = standardizer.Apply(parts.Test),
                Learned = standardizer,
                Reader = parts.Reader is { } read ? (other, isLabelled) => Standardized(read(other, isLabelled), standardizer) : null,
            };
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes what the data have, beside them in a file with <c>.manifest</c> at the end of its name: with it, the compiler checks a model against data that
    /// it cannot read.
    /// </summary>
    /// <param name="path">Another file or folder of the same kind; null for the declared one.</param>
    /// <returns>Whether it was written: not where the file says the same already, nor where it cannot be written, nor of rows from no file.</returns>
    /// <exception cref="DataException">The data cannot be read or do not fit the model.</exception>
    public bool WriteManifest(string? path = null)
    {
        var data = path ?? DataFile.Find(Path);
        if (Describe(data)?.ToString() is not { } text)
            return false;
        var manifest = System.IO.Path.TrimEndingDirectorySeparator(FileOf(data)) + DataManifest.Extension;
        try
        {
            if (File.Exists(manifest) && File.ReadAllText(manifest) == text)
                return false;
            File.WriteAllText(manifest, text, DataFile.Utf8);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What the data have; null for rows from no file.</summary>
    private protected abstract DataManifest? Describe(string path);

    /// <summary>The file or folder that a manifest stands beside.</summary>
    private protected virtual string FileOf(string path) => path;

    private static DataSet<TBatch> Standardized(DataSet<TBatch> rows, Standardizer<TBatch> standardizer)
    {
        using (rows)
            return standardizer.Apply(rows);
    }

    /// <summary>Reads and parts the rows.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="test">The one to test on; null for a part of the rows.</param>
    /// <param name="seed">Decides which rows are kept for testing.</param>
    private protected abstract DataParts<TBatch> Read(string path, string? test, int seed);

    /// <summary>Reads and parts rows whose meaning depends on no other row but for the names of the classes.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="test">The one to test on; null for a part of the rows.</param>
    /// <param name="seed">Decides which rows are kept for testing.</param>
    /// <param name="read">
    /// Reads a file whose classes have these names, or where they are null the names that it finds; without targets where the last argument is false.
    /// </param>
    private protected DataParts<TBatch> Read(
        string path, string? test, int seed, Func<string, IReadOnlyList<string>?, bool, (DataSet<TBatch> Rows, IReadOnlyList<string> Classes)> read)
    {
        var (all, classes) = read(path, null, true);
        DataSet<TBatch> ReadOther(string other, bool isLabelled) => read(other, classes, isLabelled).Rows;
        try
        {
            if (test is not null)
                return new(all, ReadOther(test, true)) { Classes = classes, Reader = ReadOther };
            using (all)
            {
                RequireTwoRows(path, all.Count);
                var (train, held) = all.Split(1 - Holdout, seed, Stratify);
                return new(train, held) { Classes = classes, Reader = ReadOther };
            }
        }
        catch
        {
            all.Dispose();
            throw;
        }
    }

    /// <summary>Throws where a share of the rows is none of them.</summary>
    private protected void RequireTwoRows(string path, int count)
    {
        var kept = (int)Math.Round((1 - Holdout) * count);
        if (kept == 0 || kept == count)
        {
            throw new DataException(
                path, FormattableString.Invariant($"{count} {(count == 1 ? "row" : "rows")} cannot be parted with Holdout = {Holdout}: both parts need a row. Name a file with Test."));
        }
    }
}
