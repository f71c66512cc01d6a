namespace NeuralDsl.Benchmarks;

/// <summary>What was measured of one contestant.</summary>
/// <param name="Seconds">A step's time.</param>
/// <param name="Ratio">Of PyTorch's.</param>
/// <param name="Before">What was resident before there was a model, in bytes.</param>
/// <param name="Peak">The most that was resident, in bytes.</param>
/// <param name="Managed">Managed bytes that a step allocates.</param>
/// <param name="Faults">Minor page faults of a step.</param>
internal sealed record Entry(double Seconds, double Ratio, double Before, double Peak, double Managed, double Faults)
{
    /// <summary>The medians of a contestant's rounds, each number's own.</summary>
    public static Entry Median(IReadOnlyCollection<Dictionary<ContestantKind, Entry>> rounds, ContestantKind kind)
    {
        double Of(Func<Entry, double> number) => Statistics.Median(rounds.Select(round => number(round[kind])));
        return new(Of(entry => entry.Seconds), Of(entry => entry.Ratio), Of(entry => entry.Before), Of(entry => entry.Peak), Of(entry => entry.Managed), Of(entry => entry.Faults));
    }
}
