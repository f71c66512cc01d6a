namespace NeuralDsl;

/// <summary>Rows to learn from and rows to test on.</summary>
/// <param name="Train">The rows to learn from.</param>
/// <param name="Test">The rows that training does not see.</param>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>.</typeparam>
public readonly record struct DataParts<TBatch>(DataSet<TBatch> Train, DataSet<TBatch> Test) : IDisposable where TBatch : struct, IBatch<TBatch>
{
    /// <summary>The names of the classes in the order of their indices, where the data name them; empty otherwise.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>What made ids of texts, learned from the rows to learn from; null for data that are no texts.</summary>
    public Tokenizer? Tokenizer { get; init; }

    /// <summary>Reads a file, with or without targets, as what was learned from the rows to learn from has it; null where rows come from no file.</summary>
    internal Func<string, bool, DataSet<TBatch>>? Reader { get; init; }

    /// <summary>What <see cref="Reader"/> needs; null for nothing.</summary>
    internal IDisposable? Learned { get; init; }

    /// <summary>
    /// The rows of another file or folder of the same kind: with the classes, the vocabulary and the scales that were learned from <see cref="Train"/>.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <returns>The rows, which the caller disposes.</returns>
    /// <exception cref="DataException">The data cannot be read or do not fit the model.</exception>
    /// <exception cref="NotSupportedException">The rows come from no file.</exception>
    public DataSet<TBatch> Read(string path) => Read(path, isLabelled: true);

    /// <summary>The inputs of another file or folder, as of <see cref="Read(string)"/>, which needs no targets; those of the rows are zeros.</summary>
    /// <inheritdoc cref="Read(string)"/>
    public DataSet<TBatch> ReadInputs(string path) => Read(path, isLabelled: false);

    /// <summary>The first rows of both parts in place of these, which are disposed.</summary>
    /// <param name="rows">The most rows to learn from; null for all.</param>
    /// <param name="testRows">The most rows to test on; null for all.</param>
    internal DataParts<TBatch> Take(int? rows, int? testRows)
    {
        using var train = Train;
        using var test = Test;
        return this with { Train = train.Take(Math.Min(rows ?? train.Count, train.Count)), Test = test.Take(Math.Min(testRows ?? test.Count, test.Count)) };
    }

    /// <summary>Disposes both sets.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
        Learned?.Dispose();
    }

    private DataSet<TBatch> Read(string path, bool isLabelled)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return (Reader ?? throw new NotSupportedException("The program makes the rows of this model itself: there is no other file to take."))(path, isLabelled);
    }
}
