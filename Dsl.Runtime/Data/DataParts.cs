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

    /// <summary>Disposes both sets.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
    }
}
