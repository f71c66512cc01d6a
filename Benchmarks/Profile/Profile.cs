namespace NeuralDsl.Benchmarks;

/// <summary>What was measured of one contestant's steps, each number that of one step.</summary>
/// <param name="Kind">The contestant.</param>
/// <param name="Seconds">Time.</param>
/// <param name="CountedSeconds">Time while operators are counted, which takes some.</param>
/// <param name="Faults">Minor page faults.</param>
/// <param name="Managed">Managed bytes that it allocates.</param>
/// <param name="Before">What was resident before there was a model, in bytes.</param>
/// <param name="Peak">The most that was resident, in bytes.</param>
/// <param name="Operators">The operators that libtorch ran.</param>
internal sealed record Profile(
    ContestantKind Kind, double Seconds, double CountedSeconds, double Faults, double Managed, long Before, long Peak, OperatorTime[] Operators)
{
    public static Profile Of(ContestantKind kind, StepSpec spec, int threads, StepMode mode, double seconds, string library)
    {
        using var peer = new Peer(kind, spec, threads);
        var word = mode.ToString().ToLowerInvariant();
        var warm = peer.Ask(new("warm", word) { Seconds = 2 * seconds }).Seconds;
        var steps = Math.Max(4, (int)(seconds / warm));
        var plain = peer.Ask(new("run", word) { Steps = steps, Untimed = StepMeasurement.Untimed(warm) });
        var peak = peer.Ask(new("peak")).Peak;
        var counted = peer.Ask(new("profile", word) { Steps = steps, Untimed = StepMeasurement.Untimed(warm), Library = library });
        return new(
            kind, plain.Seconds / steps, counted.Seconds / steps, (double)plain.Faults / steps, (double)plain.Managed / steps, peer.Resident, peak,
            OperatorTime.Read(counted.Operators, steps));
    }
}
