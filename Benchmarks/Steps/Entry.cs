namespace NeuralDsl.Benchmarks;

/// <summary>What was measured of one contestant.</summary>
/// <param name="Seconds">A step's time, the median of the rounds.</param>
/// <param name="Ratio">Of PyTorch's, the median of the rounds' ratios.</param>
/// <param name="Before">What was resident before there was a model, in bytes.</param>
/// <param name="Peak">The most that was resident, in bytes.</param>
/// <param name="Managed">Managed bytes that a step allocates.</param>
/// <param name="Faults">Minor page faults of a step.</param>
internal sealed record Entry(double Seconds, double Ratio, long Before, long Peak, double Managed, double Faults);
