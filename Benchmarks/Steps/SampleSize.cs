namespace NeuralDsl.Benchmarks;

/// <summary>How large a sample's model and batches are.</summary>
/// <param name="Rows">Rows in a batch.</param>
/// <param name="Hypers">Hyper-parameters that differ from the sample's.</param>
internal sealed record SampleSize(int Rows, params (string Name, double Value)[] Hypers)
{
    /// <summary>The batches that follow each other in turn.</summary>
    public const int Batches = 8;

    /// <summary>Small, which is the sample as it is, medium or large.</summary>
    public string Name { get; init; } = "";
}
