namespace NeuralDsl.Benchmarks;

/// <summary>A row of the table: what was measured of all contestants in turn.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Size">Its size.</param>
/// <param name="Threads">Threads of libtorch.</param>
/// <param name="Mode">What a step was.</param>
/// <param name="Version">The version of libtorch.</param>
/// <param name="Entries">The contestants that took part.</param>
internal sealed record StepRow(StepSample Sample, SampleSize Size, int Threads, StepMode Mode, string Version, IReadOnlyDictionary<ContestantKind, Entry> Entries)
{
    public Entry PyTorch => Entries[ContestantKind.PyTorch];

    public Entry Generated => Entries[ContestantKind.Generated];

    /// <summary>Whether it is a training of the sample as it is.</summary>
    public bool IsSample => Size.Name == "small" && Mode == StepMode.Train;
}
